import Testing

@testable import Notebook

@Suite struct LiveTextTests {
  /// What a terminal shows after all of `text`, which arrives `length` characters at a time.
  private func shown(_ text: String, width: Int, by length: Int) -> [String] {
    var live = LiveText()
    var screen = ToyTerminal(width: width)
    var rest = Substring(text)
    while !rest.isEmpty {
      screen.write(live.wrapped(String(rest.prefix(length)), width: width))
      rest = rest.dropFirst(length)
    }
    return screen.lines
  }

  @Test(arguments: 1...9) func linesBreakBetweenWordsHoweverTheTextArrives(_ length: Int) {
    let text = "The ferry leaves at noon, the bell rings at dusk.\nNobody waits for it."
    for width in 6...50 {
      let wanted = Prose.wrapped(text, width: width).split(separator: "\n").map(String.init)
      #expect(shown(text, width: width, by: length) == wanted)
    }
  }

  @Test func aWordThatFillsTheLineStays() {
    #expect(shown("the bell rings", width: 8, by: 3) == ["the bell", "rings"])
  }

  @Test func aWordLongerThanALineIsBrokenByTheTerminal() {
    #expect(shown("a lighthousekeeper is", width: 8, by: 4) == ["a", "lighthou", "sekeeper", "is"])
  }

  @Test func coloursTakeNoRoom() {
    var live = LiveText()
    let text = "\u{1B}[1mthe bell\u{1B}[0m"
    #expect(live.wrapped(text, width: 8) == text)
  }

  @Test func aTabIsABlankUpToTheNextStop() {
    var live = LiveText()
    #expect(live.wrapped("ab\tcdef gh", width: 12) == "ab\tcdef\ngh")
    live.beginLine()
    #expect(live.wrapped("\tb", width: 6) == "\nb")
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(shown("ab 渡し", width: 6, by: 1) == ["ab", "渡し"])
    #expect(shown("ab 渡し", width: 7, by: 1) == ["ab 渡し"])
    #expect(shown(" a渡し渡し b", width: 8, by: 2) == [" a渡し渡", "し b"])
  }
}

/// Understands no more than what `LiveText` writes.
private struct ToyTerminal {
  let width: Int
  private var rows: [[Character]] = [[]]

  init(width: Int) { self.width = width }

  var lines: [String] {
    rows.map { row in
      String(String(row).reversed().drop { $0 == " " }.reversed())
    }
  }

  mutating func write(_ text: String) {
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == "\u{1B}" {
        obey(&rest)
      } else if character == "\n" {
        rows.append([])
      } else {
        if displayWidth(of: String(rows[rows.count - 1] + [character])) > width { rows.append([]) }
        rows[rows.count - 1].append(character)
      }
    }
  }

  /// `[nG`: to the nth column, with what follows it wiped at once.
  private mutating func obey(_ rest: inout Substring) {
    let sequence = rest.prefix { !$0.isLetter } + rest.drop { !$0.isLetter }.prefix(1)
    rest = rest.dropFirst(sequence.count)
    guard sequence.last == "G", let column = Int(sequence.dropFirst().dropLast()) else { return }
    while displayWidth(of: String(rows[rows.count - 1])) >= column {
      rows[rows.count - 1].removeLast()
    }
  }
}
