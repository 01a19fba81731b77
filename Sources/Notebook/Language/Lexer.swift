/// Cuts an expression into tokens.
struct Lexer {
  /// The longest text that is read.
  static let lengthLimit = 4_000

  private let source: String
  private let characters: [Character]
  private var position: Int

  /// Reads `source` from the character `start` on.
  init(_ source: String, from start: Int = 0) {
    self.source = source
    characters = Array(source)
    position = start
  }

  /// All tokens; the last is `end`. A `#` outside a text begins a comment; `**` is `^`.
  mutating func tokens() throws -> [Token] {
    guard characters.count <= Self.lengthLimit else {
      throw error(
        "this has \(characters.count) characters; an expression may have \(Self.lengthLimit)",
        Self.lengthLimit..<Self.lengthLimit + 1, remedy: "give a part of it a name first: x = …")
    }
    var tokens: [Token] = []
    while let token = try next() { tokens.append(token) }
    let end = characters.count
    return tokens + [Token(kind: .end, range: end..<end + 1)]
  }

  private func peek(_ ahead: Int = 0) -> Character? {
    position + ahead < characters.count ? characters[position + ahead] : nil
  }

  private func error(_ message: String, _ range: Range<Int>, remedy: String? = nil)
    -> ExpressionError
  {
    ExpressionError(message, remedy: remedy, source: source, range: range)
  }

  private mutating func next() throws -> Token? {
    skipBlanksAndComments()
    guard let character = peek() else { return nil }
    let start = position
    let kind: Token.Kind
    if character.isDigit || (character == "." && peek(1)?.isDigit ?? false) {
      kind = try number()
    } else if character.isLetter || character == "_" {
      kind = .name(name())
    } else if character == "\"" || character == "'" {
      kind = .text(try text(quote: character))
    } else {
      kind = .symbol(try symbol())
    }
    return Token(kind: kind, range: start..<position)
  }

  /// A comment reaches to the end of its line.
  private mutating func skipBlanksAndComments() {
    while let character = peek(), character.isWhitespace || character == "#" {
      position += 1
      guard character == "#" else { continue }
      while let next = peek(), !next.isNewline { position += 1 }
    }
  }

  private mutating func number() throws -> Token.Kind {
    let start = position
    skipDigits()
    if peek() == ".", peek(1)?.isDigit ?? false {
      position += 1
      skipDigits()
    }
    if peek() == "e" || peek() == "E" {
      let sign = peek(1) == "-" || peek(1) == "+" ? 1 : 0
      if peek(1 + sign)?.isDigit ?? false {
        position += 1 + sign
        skipDigits()
      }
    }
    let spelling = String(characters[start..<position])
    guard let number = Double(spelling), number.isFinite else {
      throw error("\(spelling) is too large for a number", start..<position)
    }
    return .number(number)
  }

  private mutating func skipDigits() {
    while let digit = peek(), digit.isDigit { position += 1 }
  }

  private mutating func name() -> String {
    let start = position
    while let character = peek() {
      let continues =
        character.isNamePart || (character == "." && (peek(1)?.isNamePart ?? false))
      guard continues else { break }
      position += 1
    }
    return String(characters[start..<position])
  }

  private mutating func text(quote: Character) throws -> String {
    let start = position
    position += 1
    var text = ""
    while let character = peek() {
      position += 1
      if character == quote { return text }
      guard character == "\\", let escaped = peek() else {
        text.append(character)
        continue
      }
      position += 1
      switch escaped {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "\\", "\"", "'": text.append(escaped)
      default:
        throw error(
          "\\\(escaped) means nothing in a text", position - 2..<position,
          remedy: #"known are \n, \t, \\, \" and \'"#)
      }
    }
    throw error("this text is never closed", start..<start + 1, remedy: "end it with \(quote)")
  }

  /// By length, the longest first.
  private static let symbols: [(length: Int, spellings: [String])] = [
    (3, ["..."]), (2, ["<=", ">=", "==", "!=", "**"]),
    (1, ["+", "-", "*", "/", "@", "^", "<", ">", "=", "(", ")", "[", "]", ",", ":", "."]),
  ]

  private mutating func symbol() throws -> String {
    for (length, spellings) in Self.symbols where position + length <= characters.count {
      let spelling = String(characters[position..<position + length])
      if spellings.contains(spelling) {
        position += length
        return spelling == "**" ? "^" : spelling
      }
    }
    let character = characters[position]
    throw error(
      "'\(character)' has no meaning here", position..<position + 1,
      remedy: Self.remedies.first { $0.characters.contains(character) }?.remedy)
  }

  private static let remedies: [(characters: String, remedy: String)] = [
    ("“”„«»", "texts stand in plain quotes: \"ferry\""), ("×·", "* multiplies"),
    ("÷", "/ divides"), ("−–", "the minus sign is -"), ("≤", "write <="), ("≥", "write >="),
    ("≠!", "write != or not"), ("&", "write and"), ("|", "write or"),
    ("{}", "brackets are ( ) and [ ]"),
  ]
}

extension Character {
  /// `0` to `9`, and no other script's digits.
  var isDigit: Bool { isASCII && isNumber }
  /// What a name may hold besides dots.
  var isNamePart: Bool { isLetter || isDigit || self == "_" }
}
