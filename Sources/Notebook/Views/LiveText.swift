/// Text that appears on a terminal a piece at a time, broken between words: a word that reaches the
/// edge is taken back and begun again on the next line.
package struct LiveText {
  /// Columns of the line that are filled, and of them those of the unfinished word.
  private var column = 0
  private var wordWidth = 0
  private var word = ""
  /// Inside an escape sequence, which takes no room.
  private var isEscape = false

  /// Columns from one tab stop of a terminal to the next.
  private static let tab = 8

  package init() {}

  /// What to write for the next piece of a text.
  /// - Parameter width: the columns of the terminal, which may change from piece to piece
  package mutating func wrapped(_ text: String, width: Int) -> String {
    text.reduce(into: "") { $0 += written(for: $1, width) }
  }

  /// A line was ended by somebody else.
  package mutating func beginLine() { self = LiveText() }

  private mutating func written(for character: Character, _ width: Int) -> String {
    if isEscape || character == "\u{1B}" {
      isEscape = !(isEscape && character.isLetter)
      word.append(character)
      return String(character)
    }
    if character.isNewline {
      beginLine()
      return String(character)
    }
    if character == " " || character == "\t" { return blank(character, width) }
    let columns = displayWidth(of: character)
    word.append(character)
    wordWidth += columns
    column += columns
    guard column > width else { return String(character) }
    return wordWidth <= width ? broken(before: word) : overflowing(character, columns)
  }

  /// Ends the word; at the edge the line ends instead.
  private mutating func blank(_ character: Character, _ width: Int) -> String {
    (word, wordWidth) = ("", 0)
    let columns = character == "\t" ? Self.tab - column % Self.tab : 1
    if column + columns > width { return broken(before: "") }
    column += columns
    return String(character)
  }

  /// Back to where the word began, and on with it in a new line.
  private mutating func broken(before word: String) -> String {
    let start = column - wordWidth
    column = wordWidth
    return word.isEmpty ? "\n" : "\u{1B}[\(start + 1)G\u{1B}[K\n" + word
  }

  /// A word longer than a line goes on in the next: the terminal breaks it.
  private mutating func overflowing(_ character: Character, _ columns: Int) -> String {
    (column, word, wordWidth) = (columns, String(character), columns)
    return String(character)
  }
}
