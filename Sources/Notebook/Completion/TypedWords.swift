/// The part of a line left of the cursor, split into words as far as it was typed: an open quote or
/// a half word at the end is no mistake here. Offsets are UTF-8 bytes, as readline counts.
struct TypedWords {
  struct Word: Equatable {
    /// Without quotes and backslashes.
    var text: String
    /// Where the word begins, behind an opening quote that is still open.
    var start: Int
    /// The quote that is open at the cursor.
    var openQuote: Character?
  }

  /// The finished words, in order.
  private(set) var finished: [Word] = []
  /// The word at the cursor; empty if the cursor follows a blank.
  private(set) var last: Word

  init(_ line: Substring) {
    var word: Word?
    var isEscaped = false
    var offset = 0
    for character in line {
      let next = offset + character.utf8.count
      if isEscaped {
        word?.text.append(character)
        isEscaped = false
      } else if character == "\\", word?.openQuote != "'" {
        word = word ?? Word(text: "", start: offset)
        isEscaped = true
      } else if let quote = word?.openQuote {
        if character == quote { word?.openQuote = nil } else { word?.text.append(character) }
      } else if character == "\"" || character == "'" {
        word = Word(text: word?.text ?? "", start: next, openQuote: character)
      } else if character.isWhitespace {
        if let done = word { finished.append(done) }
        word = nil
      } else {
        word = word ?? Word(text: "", start: offset)
        word?.text.append(character)
      }
      offset = next
    }
    last = word ?? Word(text: "", start: offset)
  }
}
