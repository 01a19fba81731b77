import Foundation
import Kernels

/// What the kernels need of the processor, told before one of them runs: they are compiled with
/// these instructions, and without them the program would end in "illegal instruction".
package enum Processor {
  /// The needed instructions that this processor lacks; empty if none does or it cannot be told.
  package static func missingInstructions() -> [String] {
    #if !arch(x86_64)
      return []
    #elseif canImport(Darwin)
      return ["avx2_0": "avx2", "fma": "fma"]
        .filter { Build.current.instructions.contains($0.value) && !hasDarwinOption($0.key) }
        .map(\.value).sorted()
    #else
      return missing(Build.current.instructions, fromProcessorInfo: beginning(of: "/proc/cpuinfo"))
    #endif
  }

  /// Those of `needed` that the first `flags` line does not list; none if there is no such line.
  package static func missing(
    _ needed: [String], fromProcessorInfo text: String
  ) -> [String] {
    let lines = text.split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("flags") }) else { return [] }
    let flags = Set(line.split(whereSeparator: \.isWhitespace))
    return needed.filter { !flags.contains(Substring($0)) }
  }

  #if canImport(Darwin)
    private static func hasDarwinOption(_ name: String) -> Bool {
      var value: Int32 = 0
      var size = MemoryLayout<Int32>.size
      let status = sysctlbyname("hw.optional.\(name)", &value, &size, nil, 0)
      return status != 0 || value == 1
    }
  #else
    /// The first processor's entry is enough; on large machines the whole file is slow to read.
    private static func beginning(of path: String) -> String {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return "" }
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 8192)
      let count = read(file, &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
  #endif
}
