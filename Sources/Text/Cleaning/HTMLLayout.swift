/// Writes the text of a page with the structure that reading needs: paragraphs apart, `#` before
/// headings, `-` or a number before list items, ` | ` between table cells, preformatted lines as
/// they are.
struct HTMLLayout {
  private(set) var output: [UInt8] = []
  private var pendingBreaks = 0
  private var hasPendingSpace = false
  private var pendingPrefix: [UInt8] = []
  private var preformatted = 0
  private var isFreshPreformatted = false
  /// Open lists, outermost first: the next number, or nil for bullets.
  private var lists: [Int?] = []
  private var cellsInRow = 0

  /// Lists nested deeper are not indented further.
  private static let deepestIndent = 8
  private static let paragraphs: Set<String> = [
    "p", "div", "section", "article", "main", "body", "blockquote", "table", "dl", "figure",
    "figcaption", "header", "address", "hr", "fieldset", "details", "summary", "center", "caption",
  ]
  private static let lines: Set<String> = ["dt", "dd", "option", "legend"]

  mutating func open(_ name: String) {
    switch name {
    case "br": breakLine()
    case "pre", "xmp":
      requestBreaks(2)
      preformatted += 1
      isFreshPreformatted = true
    case "ul", "ol":
      requestBreaks(lists.isEmpty ? 2 : 1)
      lists.append(name == "ol" ? 1 : nil)
    case "li":
      pendingPrefix = []
      requestBreaks(1)
      pendingPrefix = Array(listMark().utf8)
    case "tr":
      requestBreaks(1)
      cellsInRow = 0
    case "td", "th": openCell()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      requestBreaks(2)
      let level = name.utf8.last.map { Int($0) - 0x30 } ?? 1
      pendingPrefix += [UInt8](repeating: UInt8(ascii: "#"), count: level) + [0x20]
    default:
      if Self.paragraphs.contains(name) { requestBreaks(2) }
      if Self.lines.contains(name) { requestBreaks(1) }
    }
  }

  mutating func close(_ name: String) {
    switch name {
    case "pre", "xmp":
      if preformatted > 0 { preformatted -= 1 }
      while let last = output.last, last <= 0x20 { output.removeLast() }
      requestBreaks(2)
    case "ul", "ol":
      _ = lists.popLast()
      requestBreaks(lists.isEmpty ? 2 : 1)
      pendingPrefix = []
    case "li", "tr":
      pendingPrefix = []
      requestBreaks(1)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      pendingPrefix = []
      requestBreaks(2)
    default:
      if Self.paragraphs.contains(name) { requestBreaks(2) }
      if Self.lines.contains(name) { requestBreaks(1) }
    }
  }

  /// Takes a run of text with its references; blanks collapse unless preformatted.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"),
        let reference = HTMLEntities.decode(bytes, at: index, end: end)
      {
        write(reference.scalar)
        index += reference.length
        continue
      }
      write(byte)
      index += 1
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    // No-break spaces, soft hyphens and zero-width spaces serve layout, not reading.
    switch scalar.value {
    case 0xA0: write(0x20)
    case 0xAD, 0x200B: break
    default: for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { write(byte) }
    }
  }

  private mutating func write(_ byte: UInt8) {
    if preformatted > 0 {
      if isFreshPreformatted && (byte == 0x0A || byte == 0x0D) {
        isFreshPreformatted = byte == 0x0D
        return
      }
      isFreshPreformatted = false
      settle()
      output.append(byte)
    } else if byte <= 0x20 {
      hasPendingSpace = true
    } else {
      settle()
      output.append(byte)
    }
  }

  /// Brings out the line breaks, the mark and the blank that were waiting for a word.
  private mutating func settle() {
    if pendingBreaks > 0 || output.isEmpty {
      if !output.isEmpty { output += [UInt8](repeating: 0x0A, count: pendingBreaks) }
      pendingBreaks = 0
      hasPendingSpace = false
    } else if hasPendingSpace {
      if output.last != 0x20 { output.append(0x20) }
      hasPendingSpace = false
    }
    if !pendingPrefix.isEmpty {
      output += pendingPrefix
      pendingPrefix = []
    }
  }

  private mutating func requestBreaks(_ count: Int) {
    // A paragraph right behind a list mark stays on the mark's line.
    guard pendingPrefix.isEmpty else { return }
    pendingBreaks = max(pendingBreaks, count)
  }

  private mutating func breakLine() {
    if preformatted > 0 {
      output.append(0x0A)
    } else {
      pendingBreaks = min(2, pendingBreaks + 1)
    }
  }

  private mutating func listMark() -> String {
    let indent = String(repeating: "  ", count: min(Self.deepestIndent, max(0, lists.count - 1)))
    guard let last = lists.last, let number = last else { return indent + "- " }
    lists[lists.count - 1] = number + 1
    return indent + "\(number). "
  }

  private mutating func openCell() {
    if cellsInRow > 0 && pendingBreaks == 0 && !output.isEmpty {
      output += Array(" | ".utf8)
      hasPendingSpace = false
    }
    cellsInRow += 1
  }
}
