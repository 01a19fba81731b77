/// The header and the licence that Project Gutenberg puts around a book.
package enum GutenbergFrame {
  /// The book alone, and how many lines were taken off; nil where there is no frame.
  package static func strip(_ text: String) -> (text: String, lines: Int)? {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    let before = lines.count
    let isFramed = text.utf8.prefix(200_000).contains(UInt8(ascii: "*"))
    if isFramed {
      if let start = lines.firstIndex(where: { marks($0, "START") }) {
        lines = lines[(start + 1)...]
      }
      if let end = lines.firstIndex(where: { marks($0, "END") }) { lines = lines[..<end] }
    }
    dropCredit(&lines)
    dropEndNote(&lines)
    guard lines.count < before else { return nil }
    let bytes = lines.joined(separator: [0x0A])
    return (String(decoding: Array(bytes), as: UTF8.self) + "\n", before - lines.count)
  }

  /// `*** START OF THIS PROJECT GUTENBERG EBOOK …`
  private static func marks(_ line: Substring.UTF8View, _ word: String) -> Bool {
    guard line.prefix(8).contains(UInt8(ascii: "*")) else { return false }
    let text = String(Substring(line)).uppercased()
    return text.contains("\(word) OF TH") && text.contains("PROJECT GUTENBERG")
  }

  /// `Produced by …` up to the next blank line, where the text begins with it.
  private static func dropCredit(_ lines: inout ArraySlice<Substring.UTF8View>) {
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      lines[first].starts(with: "Produced by ".utf8)
    else { return }
    let rest = lines[first...]
    lines = rest.firstIndex(where: isBlank).map { lines[$0...] } ?? lines[rest.endIndex...]
  }

  /// `End of Project Gutenberg's …`, where the text ends with it.
  private static func dropEndNote(_ lines: inout ArraySlice<Substring.UTF8View>) {
    guard let last = lines.lastIndex(where: { !isBlank($0) }) else { return }
    let text = String(Substring(lines[last])).uppercased()
    if text.hasPrefix("END OF") && text.contains("PROJECT GUTENBERG") { lines = lines[..<last] }
  }

  private static func isBlank(_ line: Substring.UTF8View) -> Bool {
    line.allSatisfy { $0 <= 0x20 }
  }
}
