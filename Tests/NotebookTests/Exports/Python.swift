import Foundation
import Testing

/// A Python that has some package, for looking at files with the programs that they are meant for.
struct Python {
  private let program: String

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL

  /// Skips a test where no Python has the package.
  static func needed(for package: String) -> some TestTrait & SuiteTrait {
    ConditionTrait.enabled("no Python here has \(package); see Tools/README.md") {
      try with(package) != nil
    }
  }

  /// `$PYTHON`, the project's own, or the system's: the first that imports `package`.
  static func with(_ package: String) throws -> Python? {
    let named = ProcessInfo.processInfo.environment["PYTHON"]
    let own = root.appendingPathComponent(".venv/bin/python").path
    for program in [named, own, "python3"].compactMap({ $0 }) {
      let python = Python(program: program)
      if try python.launch(["-c", "import \(package)"])?.status == 0 { return python }
    }
    return nil
  }

  /// What a script under `Tools/` prints about a file with these bytes.
  func run(_ script: String, on data: Data, ending: String) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("python-test-\(UUID().uuidString).\(ending)")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = Self.root.appendingPathComponent("Tools/\(script)").path
    let result = try #require(try launch([script, file.path]))
    #expect(result.status == 0, "\(result.printed)")
    return result.printed
  }

  /// Nil if there is no such program.
  private func launch(_ arguments: [String]) throws -> (status: Int32, printed: String)? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let printed = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 127
      ? nil : (process.terminationStatus, String(decoding: printed, as: UTF8.self))
  }
}
