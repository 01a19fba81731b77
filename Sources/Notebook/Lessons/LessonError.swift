/// What is wrong in a lesson file, where, and what to do about it.
package struct LessonError: Error, Equatable, CustomStringConvertible {
  /// The file as the person knows it, for example `lessons/02-tokenization.md`.
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// Counted from 1, in characters.
  package let column: Int
  package let what: String
  package let remedy: String

  package var description: String { "\(file):\(line):\(column): \(what); \(remedy)" }
}
