/// Terms and what they mean, the meanings wrapped beside or, behind a long term, below it.
struct Glossary {
  private var entries: [(term: String, meaning: String)] = []
  private static let termLimit = 20
  private static let gap = 2

  mutating func add(_ term: String, _ meaning: String) { entries.append((term, meaning)) }

  func text(width: Int) -> String {
    let widths = entries.map { displayWidth(of: $0.term) }.filter { $0 <= Self.termLimit }
    let indent = (widths.max() ?? 0) + Self.gap
    return entries.map { term, meaning in
      let lines = Prose.lines(of: meaning, width: max(width - indent, 16))
      let head = term.padded(to: indent)
      let isBeside = displayWidth(of: term) + Self.gap <= indent
      let below = String(repeating: " ", count: indent)
      let beside = lines.enumerated().map { index, line in
        (index == 0 && isBeside ? head : below) + line
      }
      return ((isBeside ? [] : [term]) + beside).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
