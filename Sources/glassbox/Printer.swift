import Foundation
import Notebook

/// One of the program's output streams, written at once and whole.
final class Printer {
  private let descriptor: Int32
  /// Whether this is a terminal that shows ASCII alone.
  private let isASCII: Bool
  /// False while the last line written has no newline yet.
  private(set) var isAtLineStart = true
  /// The error number of the first write that failed, except that a closed stream is no failure.
  private(set) var failure: Int32?

  init(
    descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.descriptor = descriptor
    isASCII = isatty(descriptor) == 1 && Screen.isASCII(environment: environment)
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func write(_ text: String) {
    guard !text.isEmpty, failure == nil else { return }
    isAtLineStart = text.utf8.last == UInt8(ascii: "\n")
    var text = isASCII ? text.ascii : text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...])
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        written += count
      }
    }
  }

  /// Writes `text` on lines of its own; nothing if it is empty.
  func writeLines(_ text: String) {
    guard !text.isEmpty else { return }
    finishLine()
    write(text.hasSuffix("\n") ? text : text + "\n")
  }

  /// Writes sentences on lines of their own; on a terminal these break between words.
  func writeProse(_ text: String) {
    writeLines(isTerminal ? Prose.wrapped(text, width: Screen.page().width) : text)
  }

  func finishLine() { if !isAtLineStart { write("\n") } }

  /// The person typed Enter: the cursor is at a line's start, though we did not write it.
  func noteEnter() { isAtLineStart = true }

  /// If the program was started with one of the first three descriptors closed, opens the null
  /// device there, so that no artifact's file takes that number and receives what is printed.
  static func openMissingOnes() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
  }
}
