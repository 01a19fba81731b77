/// What a lesson says about itself in the YAML between its first two `---` lines.
package struct FrontMatter: Sendable, Equatable {
  /// For example `02-tokenization`; stable, since progress is kept by it.
  package let id: String
  package let title: String
  /// The ids of the lessons whose artifacts this one uses.
  package let needs: [String]
  package let minutes: Int
  /// What every command of the lesson is seeded with.
  package let seed: UInt64
  /// The line of `needs:`, where a wrong id is reported.
  package let needsLine: Int
  /// The line of the second `---`.
  package let lastLine: Int

  private static let keys = ["id", "title", "needs", "minutes", "seed"]

  /// Throws a `LessonError` if the front matter is missing, unclosed, not YAML, or a key is
  /// missing, unknown or of the wrong type.
  package init(of source: LessonSource) throws {
    guard source.lines[0] == "---" else {
      throw source.error(
        line: 1, "the lesson does not begin with front matter",
        "begin it with a line `---`, then `id:`, `title:`, `needs:`, `minutes:`, `seed:`, then `---`"
      )
    }
    guard let end = source.lines.dropFirst().firstIndex(of: "---") else {
      throw source.error(
        line: 1, "the front matter is never closed", "put a line `---` after its last key")
    }
    let yaml = try YAMLMapping(
      lines: source.lines[1..<end], firstLine: 2, source: source, place: "the front matter",
      keys: Self.keys)
    id = try yaml.name("id")
    title = try yaml.text("title")
    needs = try yaml.names("needs")
    minutes = try yaml.number("minutes", as: Int.self, range: 1...600)
    seed = try yaml.number("seed", as: UInt64.self, range: 0...UInt64.max)
    needsLine = yaml.line(of: "needs")
    lastLine = end + 1
  }
}
