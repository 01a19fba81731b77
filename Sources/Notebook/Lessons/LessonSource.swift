import Foundation

/// The text of a lesson file by lines, checked to be text before anything reads it.
package struct LessonSource: Sendable {
  /// The file as the person knows it; every message begins with it.
  package let file: String
  package let location: URL
  /// Without their line feeds.
  package let lines: [String]
  /// False if the last line has no line feed.
  package let endsWithNewline: Bool

  /// No lesson that a person wrote comes near this size.
  package static let largest = 4 << 20

  /// Throws a `LessonError` if the bytes are not a non-empty UTF-8 text with Unix line ends.
  package init(file: String, location: URL? = nil, bytes: Data) throws {
    self.file = file
    self.location = location ?? URL(fileURLWithPath: file)
    func fail(_ line: Int, _ column: Int, _ what: String, _ remedy: String) -> LessonError {
      LessonError(file: file, line: line, column: column, what: what, remedy: remedy)
    }
    guard !bytes.isEmpty else {
      throw fail(1, 1, "the file is empty", "begin it with `---`, `id:`, `title:` and so on")
    }
    guard bytes.count <= Self.largest else {
      throw fail(
        1, 1, "the file has \(bytes.count) bytes, more than a lesson may have (\(Self.largest))",
        "split it into several lessons")
    }
    var lines: [String] = []
    let parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard let line = String(validating: part, as: UTF8.self) else {
        throw fail(
          index + 1, Self.validColumns(of: part) + 1, "these bytes are not UTF-8",
          "save the file as UTF-8")
      }
      if let column = line.unicodeScalars.firstIndex(where: Self.isForbidden) {
        let scalar = line.unicodeScalars[column].value
        throw fail(
          index + 1, line.unicodeScalars.distance(from: line.startIndex, to: column) + 1,
          "a control character (U+\(String(scalar, radix: 16, uppercase: true)))",
          "save the file as plain text with Unix line ends (LF)")
      }
      lines.append(line)
    }
    endsWithNewline = lines.last == ""
    if endsWithNewline { lines.removeLast() }
    self.lines = lines
  }

  /// Lines that are known to be text, in the place of another source's, or of none.
  init(lines: [String], in other: LessonSource? = nil) {
    file = other?.file ?? ""
    location = other?.location ?? URL(fileURLWithPath: "")
    endsWithNewline = other?.endsWithNewline ?? true
    self.lines = lines
  }

  /// The bytes of the file.
  var bytes: Data {
    Data((lines.joined(separator: "\n") + (endsWithNewline ? "\n" : "")).utf8)
  }

  /// Reads the file at `location`; `file` is its name in messages.
  package static func read(_ location: URL, as file: String) throws -> LessonSource {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: location)
    } catch {
      throw UnreadableLesson(file: file)
    }
    return try LessonSource(file: file, location: location, bytes: bytes)
  }

  /// An error at a place of this file.
  func error(line: Int, column: Int = 1, _ what: String, _ remedy: String) -> LessonError {
    LessonError(file: file, line: line, column: column, what: what, remedy: remedy)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F
  }

  private static func validColumns(of bytes: Data) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .scalarValue = decoder.decode(&iterator) { count += 1 }
    return count
  }
}

/// A lesson file that cannot be read at all.
package struct UnreadableLesson: Error, CustomStringConvertible {
  let file: String
  package var description: String {
    "cannot read the lesson \(file); give the path of an existing Markdown file"
  }
}
