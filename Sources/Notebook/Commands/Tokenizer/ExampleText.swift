import Text

/// The text on which `merge` shows its merges when it was given none.
enum ExampleText {
  /// So many bytes, with bars between, fit a line of the page.
  private static let longest = 34
  /// Lines beyond these are not looked at.
  private static let mostLines = 2000

  /// The beginning of that line among the first ones whose different words occur most often in
  /// `counts`, so that the first merges show; the first such line if several are as good.
  static func choose(from documents: [Document], _ counts: WordCounts) -> String {
    var best = (text: "", score: 0)
    var seen = 0
    for document in documents {
      for line in document.text.split(whereSeparator: \.isNewline) {
        seen += 1
        guard seen <= mostLines else { return best.text }
        let text = beginning(of: line)
        let score = Set(PreTokenizer.split(text)).reduce(0) { $0 + counts.count(of: $1) }
        if score > best.score { best = (text, score) }
      }
    }
    return best.text
  }

  /// As many whole words as fit, at least a part of the first.
  private static func beginning(of line: Substring) -> String {
    guard line.utf8.count > longest else { return String(line) }
    var words = ""
    for word in line.split(separator: " ") {
      if words.utf8.count + 1 + word.utf8.count > longest { break }
      words += (words.isEmpty ? "" : " ") + word
    }
    return words.isEmpty ? String(line.prefix(longest / 4)) : words
  }
}
