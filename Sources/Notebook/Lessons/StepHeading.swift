import Foundation

/// A heading `## Title {#step-id}`.
struct StepHeading {
  let id: String
  let title: String
  let line: Int
  /// Where `{#` stands.
  let column: Int

  /// Throws a `LessonError` if the heading carries no id, or one that is none.
  init(_ block: MarkdownBlock, in source: LessonSource) throws {
    line = block.firstLine
    let written = source.lines[line - 1]
    guard let brace = written.range(of: "{#"), written.hasSuffix("}") else {
      throw source.error(
        line: line, column: written.count + 1, "the step has no id",
        "end its heading with an id that never changes, such as `{#\(Self.idea(for: written))}`")
    }
    column = written.distance(from: written.startIndex, to: brace.lowerBound) + 1
    id = String(written[brace.upperBound...].dropLast())
    guard LessonStep.isID(id) else {
      throw source.error(
        line: line, column: column + 2, "`\(id)` is not an id",
        "use small letters, digits and dashes, such as `{#\(Self.idea(for: id))}`")
    }
    title = String(written[..<brace.lowerBound].drop { $0 == "#" || $0 == " " })
      .trimmingCharacters(in: .whitespaces)
  }

  /// A title as an id: `What is kept?` becomes `what-is-kept`.
  private static func idea(for title: String) -> String {
    let words = title.lowercased().split { !LessonStep.isID(String($0)) || $0 == "-" }
    return words.isEmpty ? "first-look" : words.joined(separator: "-")
  }
}
