import CPseudoTerminal
import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A terminal without a screen, with the built program running in it.
final class PseudoTerminal {
  /// What was waited for did not come.
  struct Silence: Error, CustomStringConvertible {
    let expected: String
    let seen: String
    var description: String {
      "waited for \(expected.debugDescription), saw \(seen.debugDescription)"
    }
  }

  /// The system gave no terminal or no process.
  struct Unavailable: Error, CustomStringConvertible {
    let call: String
    let number: Int32
    var description: String { "\(call): \(String(cString: strerror(number)))" }
  }

  private var master: Int32 = -1
  private var process: pid_t = 0
  private var bytes: [UInt8] = []

  /// What was printed and not yet consumed by `expect`, with its escape sequences.
  var raw: String { String(decoding: bytes, as: UTF8.self) }

  /// Starts the program as the leader of a session whose terminal this is, so that a typed Ctrl-C
  /// reaches it as SIGINT.
  init(
    _ words: [String] = [], at place: Place, extra: [String: String] = [:], columns: UInt16 = 80
  ) throws {
    let program = try BuiltProgram.url().path
    let environment = place.environment.merging(extra) { $1 }.sorted { $0.key < $1.key }
    // Between fork and exec nothing may allocate: all that the child needs is made here.
    let path = strdup(program)
    let folder = strdup(place.root.path)
    let arguments = Self.vector([program] + words)
    let variables = Self.vector(environment.map { "\($0.key)=\($0.value)" })
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    process = forkpty(&master, nil, nil, &size)
    if process == 0 {
      // A test may run on a thread that blocks signals, and a child inherits that.
      sigprocmask(SIG_SETMASK, &noSignals, nil)
      _ = chdir(folder!)
      execve(path!, arguments, variables)
      _exit(127)
    }
    guard process > 0 else { throw Unavailable(call: "forkpty", number: errno) }
    // A second terminal's program must not hold this one open.
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    Self.release(arguments)
    Self.release(variables)
    free(path)
    free(folder)
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Changes the terminal's width, which sends SIGWINCH.
  func resize(columns: UInt16) {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Waits until `text` was printed, escape sequences aside. Consumes everything up to its end and
  /// returns it, with neither escape sequences nor carriage returns.
  @discardableResult
  func expect(_ text: String, within seconds: Double = 20) throws -> String {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      let (plain, ends) = Self.plain(bytes)
      if let found = Self.firstRange(of: Array(text.utf8), in: plain) {
        bytes.removeFirst(ends[found.upperBound - 1])
        return String(decoding: plain[..<found.upperBound], as: UTF8.self)
      }
      guard Date() < deadline, readMore() else {
        throw Silence(expected: text, seen: String(decoding: plain, as: UTF8.self))
      }
    }
  }

  /// Waits for the program's end and returns its exit status; 128 and the signal if one ended it.
  func exitStatus(within seconds: Double = 20) throws -> Int32 {
    let deadline = Date().addingTimeInterval(seconds)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date() < deadline else { throw Silence(expected: "the end", seen: raw) }
      _ = readMore(milliseconds: 20)
    }
    process = 0
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Waits until the unconsumed output holds `text`, escape sequences included; false if it does not
  /// come.
  func shows(_ text: String, within seconds: Double = 20) -> Bool {
    let deadline = Date().addingTimeInterval(seconds)
    while !raw.contains(text) {
      guard Date() < deadline, readMore() else { return false }
    }
    return true
  }

  /// False once the program has closed the terminal.
  private func readMore(milliseconds: Int32 = 100) -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }

  /// A null-terminated list of C strings.
  private static func vector(_ words: [String]) -> UnsafeMutablePointer<
    UnsafeMutablePointer<CChar>?
  > {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: words.count + 1)
    for (index, word) in words.enumerated() { list[index] = strdup(word) }
    list[words.count] = nil
    return list
  }

  private static func release(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) {
    var index = 0
    while let word = list[index] {
      free(word)
      index += 1
    }
    list.deallocate()
  }

  /// The bytes without escape sequences, bells, carriage returns and what was written over, and for each the number of raw
  /// bytes up to and with it.
  private static func plain(_ bytes: [UInt8]) -> (plain: [UInt8], ends: [Int]) {
    var (plain, ends): ([UInt8], [Int]) = ([], [])
    var isSequence = false
    for (index, byte) in bytes.enumerated() {
      if isSequence {
        isSequence = !(byte >= 0x40 && byte <= 0x7E && byte != UInt8(ascii: "["))
      } else if byte == 0x1B {
        isSequence = true
      } else if byte == 0x08 {
        // The cursor goes back over a character, and what follows is written over it.
        while let last = plain.popLast() {
          ends.removeLast()
          if last & 0xC0 != 0x80 { break }
        }
      } else if byte != 0x07, byte != 0x0D {
        plain.append(byte)
        ends.append(index + 1)
      }
    }
    return (plain, ends)
  }

  private static func firstRange(of needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard !needle.isEmpty, bytes.count >= needle.count else { return nil }
    return (0...(bytes.count - needle.count)).lazy.map { $0..<($0 + needle.count) }
      .first { bytes[$0].elementsEqual(needle) }
  }
}
