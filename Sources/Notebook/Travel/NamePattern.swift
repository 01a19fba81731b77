/// A pattern of names inside an expression: `norm(blocks.*.attn.q.weight.update)` stands for one
/// expression for each name. A `*` belongs to a name where a point is at its side; else it multiplies.
struct NamePattern {
  let source: String
  /// The pattern; nil if there is none.
  let pattern: String?

  /// Throws an `ExpressionError` for two patterns that are not the same.
  init(_ source: String) throws {
    self.source = source
    var found: String?
    for match in source.matches(of: Self.regex) where match.output.contains("*") {
      let text = String(match.output)
      guard found == nil || found == text else {
        let start = source.distance(from: source.startIndex, to: match.range.lowerBound)
        throw ExpressionError(
          "one expression takes one pattern, and this is a second one",
          remedy: "write '\(found ?? "")' again, or a whole name", source: source,
          range: start..<start + text.count)
      }
      found = text
    }
    pattern = found
  }

  /// A name of parts between points, each of which may be a `*`.
  private static var regex: Regex<Substring> {
    /(?:[A-Za-z_][A-Za-z0-9_]*|\*(?=\.[A-Za-z_]))(?:\.(?:[A-Za-z0-9_]+|\*))+/
  }

  /// The expressions that it stands for; itself if there is no pattern. Throws `NoSuchNames` if no
  /// name fits.
  func expressions(over names: [String]) throws -> [String] {
    guard let pattern else { return [source] }
    let fitting = names.filter { Glob.matches($0, pattern) }
    guard !fitting.isEmpty else { throw NoSuchNames(pattern: pattern, suggestion: nil) }
    return fitting.map { source.replacing(pattern, with: $0) }
  }
}
