extension Tidewick {
  /// Writes one document from the grammar. Its slots hold the facts; the dice choose the words;
  /// a pattern that the document has used already is avoided while there are others.
  struct Writer {
    var dice: Dice
    var slots: [String: String] = [:]
    private var bytes: [UInt8] = []
    private var used: Set<SIMD2<Int>> = []

    init(dice: Dice) { self.dice = dice }

    /// Fills a slot. A value may itself be a pattern.
    subscript(slot: String) -> String {
      get { slots[slot, default: ""] }
      set { slots[slot] = newValue }
    }

    /// Adds sentences, each after a space.
    mutating func say(_ patterns: String...) {
      for pattern in patterns {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: " ")) }
        write(pattern)
      }
    }

    /// Adds one pattern as it is and ends the line.
    mutating func line(_ pattern: String = "") {
      write(pattern)
      bytes.append(UInt8(ascii: "\n"))
    }

    /// Ends the paragraph.
    mutating func paragraph() { bytes += Array("\n\n".utf8) }

    /// The text of one pattern on its own, with its capitals in place.
    mutating func phrase(_ pattern: String) -> String {
      var written: [UInt8] = []
      expand(Array(pattern.utf8)[...], into: &written)
      return String(decoding: Tidewick.capitalised(written), as: UTF8.self)
    }

    /// Everything written so far, with one newline at the end.
    var text: String {
      var end = bytes.endIndex
      while end > 0, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: " ") {
        end -= 1
      }
      return String(decoding: bytes[..<end], as: UTF8.self) + "\n"
    }

    private mutating func write(_ pattern: String) {
      var written: [UInt8] = []
      expand(Array(pattern.utf8)[...], into: &written)
      bytes += Tidewick.capitalised(written)
    }

    private mutating func expand(_ pattern: ArraySlice<UInt8>, into out: inout [UInt8]) {
      var place = pattern.startIndex
      while place < pattern.endIndex {
        let byte = pattern[place]
        place += 1
        switch byte {
        case UInt8(ascii: "{"):
          let options = alternatives(pattern, &place)
          expand(options[dice.roll(options.count)], into: &out)
        case UInt8(ascii: "["):
          let options = alternatives(pattern, &place)
          if dice.chance(50) { expand(options[dice.roll(options.count)], into: &out) }
        case UInt8(ascii: "$"):
          let name = identifier(pattern, &place)
          guard let value = slots[name] else { preconditionFailure("slot \(name) is empty") }
          expand(Array(value.utf8)[...], into: &out)
        case UInt8(ascii: "@"):
          let start = out.count
          let chosen = choose(identifier(pattern, &place))
          expand(chosen[...], into: &out)
          if let last = chosen.last, !Tidewick.isLetter(last), last != UInt8(ascii: "}") {
            Tidewick.capitalise(&out, at: start)
          }
        default:
          append(byte, to: &out)
        }
      }
    }

    /// A choice that was left out leaves no space behind, nor one before a full stop.
    private func append(_ byte: UInt8, to out: inout [UInt8]) {
      let spaced = out.last == UInt8(ascii: " ")
      if spaced, byte == UInt8(ascii: " ") { return }
      if spaced, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!")].contains(byte) {
        out.removeLast()
      }
      out.append(byte)
    }

    /// The choices between the bracket before `place` and its partner; moves past the partner.
    private func alternatives(
      _ pattern: ArraySlice<UInt8>, _ place: inout Int
    ) -> [ArraySlice<UInt8>] {
      var options: [ArraySlice<UInt8>] = []
      var depth = 0
      var start = place
      while place < pattern.endIndex {
        let byte = pattern[place]
        place += 1
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
          depth += 1
        } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
          if depth == 0 { return options + [pattern[start..<(place - 1)]] }
          depth -= 1
        } else if byte == UInt8(ascii: "|"), depth == 0 {
          options.append(pattern[start..<(place - 1)])
          start = place
        }
      }
      preconditionFailure("a bracket is not closed: \(String(decoding: pattern, as: UTF8.self))")
    }

    private func identifier(_ pattern: ArraySlice<UInt8>, _ place: inout Int) -> String {
      let start = place
      while place < pattern.endIndex, Tidewick.isLetter(pattern[place]) { place += 1 }
      return String(decoding: pattern[start..<place], as: UTF8.self)
    }

    private mutating func choose(_ name: String) -> [UInt8] {
      let rule = Grammar.town[name]
      var choice = dice.roll(rule.patterns.count)
      for _ in 0..<5 where used.contains(SIMD2(rule.number, choice)) {
        choice = dice.roll(rule.patterns.count)
      }
      used.insert(SIMD2(rule.number, choice))
      return rule.patterns[choice]
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  /// Makes the letter at `place`, or after the quote there, a capital.
  static func capitalise(_ text: inout [UInt8], at place: Int) {
    let place = place < text.count && text[place] == UInt8(ascii: "\"") ? place + 1 : place
    guard place < text.count, text[place] >= UInt8(ascii: "a"), text[place] <= UInt8(ascii: "z")
    else { return }
    text[place] -= 32
  }

  /// Sentence capitals: at the start, after `. `, `! `, `? `, a newline, and an opening quote, and
  /// after the one name that begins a line of a transcript.
  static func capitalised(_ text: [UInt8]) -> [UInt8] {
    var text = text
    var starts = true
    var ended = false
    var aloneInLine = true
    for place in text.indices {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): ended = true
      case UInt8(ascii: ":"): ended = aloneInLine
      case UInt8(ascii: " "):
        starts = starts || ended
        aloneInLine = false
      case UInt8(ascii: "\n"):
        starts = true
        aloneInLine = true
      case UInt8(ascii: "\""):
        starts = starts || place == 0 || text[place - 1] == UInt8(ascii: " ")
        ended = false
      default:
        if starts, byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { text[place] = byte - 32 }
        starts = false
        ended = false
      }
    }
    return text
  }
}
