/// How a token's text is shown in labels: blanks and line ends made visible.
package enum VisibleText {
  /// ` ferry` is `·ferry`, a line end `⏎`, a tab `⇥`, any other control character `�`, nothing `∅`.
  package static func of(_ text: String) -> String {
    guard !text.isEmpty else { return "∅" }
    return String(
      text.map { character -> Character in
        switch character {
        case " ": "·"
        case "\n", "\r\n", "\r": "⏎"
        case "\t": "⇥"
        default: displayWidth(of: character) == 0 ? "�" : character
        }
      })
  }
}
