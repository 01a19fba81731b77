/// What a cell of the notebook asks for.
///
/// 1. Nothing but blanks or a `#` comment is a blank cell.
/// 2. `?` or `help` asks for help, `?topic` or `help topic` for help on a topic.
/// 3. `%name …` is a magic: about cells, not about models.
/// 4. `name = …` (not `==`) is an assignment.
/// 5. A line whose first word is a command's name is that command, unless a tensor of this name
///    exists and nothing or an operator follows.
/// 6. A line that begins with an unknown plain word, followed by nothing or by something that
///    cannot go on an expression (a word, a text, a number, an option), is a misspelt command.
/// 7. Everything else is an expression.
package enum Cell: Equatable, Sendable {
  case blank
  case help(topic: String)
  /// The expression begins at the character `start` of the cell.
  case assignment(name: String, nameRange: Range<Int>, start: Int)
  case command(name: String)
  case magic(name: String, range: Range<Int>)
  case unknownCommand(name: String, range: Range<Int>)
  case expression

  /// Reads what `text` asks for.
  /// - Parameter isName: whether a variable or tensor of this name exists
  package init(_ text: String, commands: [String], isName: (String) -> Bool) {
    let characters = Array(text)
    let start = Self.start(of: characters)
    guard start < characters.count else {
      self = .blank
      return
    }
    if characters[start] == "?" {
      let topic = String(characters[(start + 1)...])
      self = .help(topic: topic.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      return
    }
    if characters[start] == "%" {
      let word = characters[start...].prefix { !$0.isWhitespace }
      self = .magic(name: String(word), range: start..<word.endIndex)
      return
    }
    var end = start
    while end < characters.count, characters[end].isWordPart { end += 1 }
    let word = String(characters[start..<end])
    let next = characters[end...].firstIndex { !$0.isWhitespace } ?? characters.count
    let rest = String(characters[next...])
    let standsAlone = next > end || next == characters.count
    if word == "help", standsAlone, !rest.hasPrefix("=") {
      self = .help(topic: rest.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    } else if !word.isEmpty, rest.hasPrefix("="), !rest.hasPrefix("==") {
      self = .assignment(name: word, nameRange: start..<end, start: next + 1)
    } else if standsAlone, commands.contains(word),
      !(isName(word) && (rest.isEmpty || Self.isOperator(rest)))
    {
      self = .command(name: word)
    } else if standsAlone, Self.isPlain(word), !isName(word), !Self.isOperand(word),
      !Self.continuesExpression(rest)
    {
      self = .unknownCommand(name: word, range: start..<end)
    } else {
      self = .expression
    }
  }

  /// Where the first character stands that is no blank and in no comment.
  private static func start(of characters: [Character]) -> Int {
    var isComment = false
    return characters.firstIndex { character in
      if character == "#" { isComment = true }
      if character.isNewline { isComment = false }
      return !isComment && !character.isWhitespace
    } ?? characters.count
  }

  /// A word that might be a command's name: letters and hyphens only.
  private static func isPlain(_ word: String) -> Bool {
    word.first?.isLetter ?? false && word.allSatisfy { $0.isLetter || $0 == "-" }
  }

  /// Words of the language itself, which no command may have.
  private static func isOperand(_ word: String) -> Bool {
    ReservedNames.words.contains(word) || Function.named(word) != nil
  }

  /// Whether an operator that needs something before it stands at the beginning.
  private static func isOperator(_ rest: String) -> Bool {
    if rest.hasPrefix("--") { return false }
    if ["and ", "or "].contains(where: rest.hasPrefix) { return true }
    return rest.first.map { "+-*/@^<>=![(".contains($0) } ?? false
  }

  private static func continuesExpression(_ rest: String) -> Bool {
    rest.hasPrefix("#") || isOperator(rest) || rest.first.map { "),].:".contains($0) } ?? false
  }
}

extension Character {
  /// What the first word of a cell is made of.
  fileprivate var isWordPart: Bool { isNamePart || self == "." || self == "-" }
}
