@preconcurrency import CReadline
import Foundation

/// The lines typed in earlier sittings, one a line in a plain file that several notebooks may append
/// to at the same time.
struct HistoryFile {
  let url: URL
  /// The most lines kept.
  var limit: Int32 = 5000

  /// The file cannot be read or written.
  struct Unusable: Error, CustomStringConvertible {
    let path: String
    let reason: Int32
    var description: String { "\(path): \(String(cString: strerror(reason)))" }
  }

  /// Gives readline the earlier lines; a file grown too long is cut to its last `limit` lines.
  func load() throws {
    using_history()
    stifle_history(limit)
    let status = read_history(url.path)
    guard status == 0 || status == ENOENT else { throw Unusable(path: url.path, reason: status) }
    if status == 0 { history_truncate_file(url.path, limit) }
  }

  /// Adds a line to readline's list; false if it is blank or the same as the one before.
  func add(_ line: String) -> Bool {
    guard line.contains(where: { !$0.isWhitespace }) else { return false }
    if let last = history_get(history_base + history_length - 1), let text = last.pointee.line,
      String(cString: text) == line
    {
      return false
    }
    add_history(line)
    return true
  }

  /// Appends a line to the file with a single write, so that notebooks at the same time do not mix
  /// their lines. Makes the file, readable by its owner only, and its folder if need be.
  func append(_ line: String) throws {
    let folder = url.deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = open(url.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Unusable(path: url.path, reason: errno) }
    defer { close(file) }
    let bytes = Array((line + "\n").utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw Unusable(path: url.path, reason: errno)
    }
  }
}
