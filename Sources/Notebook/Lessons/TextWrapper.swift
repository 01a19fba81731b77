/// Breaks inlines into lines, at blanks, so that none is longer than a width if its words allow it.
struct TextWrapper {
  let page: Page
  let width: Int

  /// Letters in one ink.
  private struct Fragment {
    var text: String
    let ink: Ink
  }
  /// What never breaks, and whether a new line must begin after it.
  private struct Word {
    var fragments: [Fragment] = []
    var endsLine = false
    var width: Int { fragments.reduce(0) { $0 + displayWidth(of: $1.text) } }
  }

  /// The lines, each painted; `ink` lies under that of every inline.
  func wrap(_ inlines: [MarkdownInline], ink: Ink = []) -> [String] {
    var words = [Word()]
    for inline in inlines { add(inline, ink: ink, to: &words) }
    var lines: [[Word]] = [[]]
    var used = 0
    var mustBreak = false
    for word in words where !word.fragments.isEmpty || word.endsLine {
      let isFirst = lines[lines.count - 1].isEmpty
      if mustBreak || (!isFirst && used + 1 + word.width > width) {
        lines.append([])
        used = 0
      }
      used += word.width + (lines[lines.count - 1].isEmpty ? 0 : 1)
      lines[lines.count - 1].append(word)
      mustBreak = word.endsLine
    }
    return lines.map(paint)
  }

  private func add(_ inline: MarkdownInline, ink: Ink, to words: inout [Word]) {
    switch inline {
    case .text(let text): add(text, ink: ink, to: &words)
    case .code(let text):
      let quoted = page.colour == .none ? "`\(text)`" : text
      let codeInk = ink.union(.code)
      // What somebody will type is easier to read in one piece, if it is not too long for that.
      if displayWidth(of: quoted) <= width / 2 {
        words[words.count - 1].fragments.append(Fragment(text: quoted, ink: codeInk))
      } else {
        add(quoted, ink: codeInk, to: &words)
      }
    case .emphasis(let inner): inner.forEach { add($0, ink: ink.union(.italic), to: &words) }
    case .strong(let inner): inner.forEach { add($0, ink: ink.union(.bold), to: &words) }
    case .link(let inner, let address):
      inner.forEach { add($0, ink: ink.union(.underlined), to: &words) }
      if inner != [.text(address)] { add(" (\(address))", ink: ink.union(.faint), to: &words) }
    case .lineBreak:
      words[words.count - 1].endsLine = true
      words.append(Word())
    }
  }

  private func add(_ text: String, ink: Ink, to words: inout [Word]) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { words.append(Word()) }
      guard !part.isEmpty else { continue }
      words[words.count - 1].fragments.append(Fragment(text: String(part), ink: ink))
    }
  }

  /// Words in the same ink are painted together with the blank between them.
  private func paint(_ words: [Word]) -> String {
    var runs: [Fragment] = []
    for (index, word) in words.enumerated() {
      for (position, fragment) in word.fragments.enumerated() {
        let blank = index > 0 && position == 0
        if let last = runs.last, last.ink == fragment.ink {
          runs[runs.count - 1].text += (blank ? " " : "") + fragment.text
        } else {
          if blank { runs.append(Fragment(text: " ", ink: [])) }
          runs.append(fragment)
        }
      }
    }
    return runs.map { $0.ink.paint($0.text, on: page) }.joined()
  }
}
