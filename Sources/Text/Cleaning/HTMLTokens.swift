/// A piece of an HTML page: a run of text or a tag, as a range of the page's bytes.
struct HTMLToken {
  enum Kind { case text, rawText, open, close }

  let kind: Kind
  let start: Int
  let end: Int
  /// The tag's name in lower case; empty for text.
  let name: String
}

/// Cuts a page into tokens the way browsers do, forgiving everything: a `<` that begins no tag is
/// text, a quote that never ends does not swallow the page. Comments and declarations vanish.
/// Time grows with the bytes.
struct HTMLTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: [HTMLToken] = []
  private var index = 0
  private var textStart = 0
  /// The last place of each quote: a quote that opens after it never closes.
  private let lastDouble: Int
  private let lastSingle: Int
  private var unclosedRaw: Set<String> = []
  private var lacksCommentEnd = false

  /// Elements whose content is no markup.
  private static let raw: Set<String> = ["script", "style", "textarea", "title", "xmp"]

  static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [HTMLToken] {
    var tokenizer = HTMLTokenizer(bytes)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lastDouble = bytes.lastIndex(of: UInt8(ascii: "\"")) ?? -1
    lastSingle = bytes.lastIndex(of: UInt8(ascii: "'")) ?? -1
  }

  private mutating func run() {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      let next = bytes[index + 1]
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        flushText(before: index)
        skipDeclaration()
        textStart = index
      } else if Self.isLetter(next) {
        readTag(nameAt: index + 1, .open)
      } else if next == UInt8(ascii: "/"), index + 2 < bytes.count, Self.isLetter(bytes[index + 2])
      {
        readTag(nameAt: index + 2, .close)
      } else {
        index += 1
      }
    }
    flushText(before: bytes.count)
  }

  private mutating func flushText(before end: Int) {
    guard textStart < end else { return }
    tokens.append(HTMLToken(kind: .text, start: textStart, end: end, name: ""))
  }

  private mutating func skipDeclaration() {
    let isComment =
      index + 3 < bytes.count && bytes[index + 2] == UInt8(ascii: "-")
      && bytes[index + 3] == UInt8(ascii: "-")
    if isComment && !lacksCommentEnd {
      var at = index + 4
      while at + 2 < bytes.count {
        if bytes[at] == UInt8(ascii: "-") && bytes[at + 1] == UInt8(ascii: "-")
          && bytes[at + 2] == UInt8(ascii: ">")
        {
          index = at + 3
          return
        }
        at += 1
      }
      lacksCommentEnd = true
    }
    while index < bytes.count && bytes[index] != UInt8(ascii: ">") { index += 1 }
    index = min(bytes.count, index + 1)
  }

  private mutating func readTag(nameAt nameStart: Int, _ kind: HTMLToken.Kind) {
    flushText(before: index)
    let start = index
    var at = nameStart
    while at < bytes.count && !Self.endsName(bytes[at]) { at += 1 }
    let lowered = bytes[nameStart..<min(at, nameStart + 24)].map {
      $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
    }
    let name = String(decoding: lowered, as: UTF8.self)
    index = endOfTag(from: at)
    textStart = index
    tokens.append(HTMLToken(kind: kind, start: start, end: index, name: name))
    if kind == .open && Self.raw.contains(name) { readRaw(name) }
  }

  /// The place after the tag's `>`; one inside a quoted value does not count.
  private func endOfTag(from start: Int) -> Int {
    var at = start
    var isValue = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") { return at + 1 }
      if isValue, byte == UInt8(ascii: "\""), at < lastDouble {
        at = skip(past: byte, from: at + 1)
        isValue = false
        continue
      }
      if isValue, byte == UInt8(ascii: "'"), at < lastSingle {
        at = skip(past: byte, from: at + 1)
        isValue = false
        continue
      }
      if byte > 0x20 { isValue = byte == UInt8(ascii: "=") }
      at += 1
    }
    return at
  }

  private func skip(past quote: UInt8, from start: Int) -> Int {
    var at = start
    while at < bytes.count && bytes[at] != quote { at += 1 }
    return min(bytes.count, at + 1)
  }

  /// Takes everything up to `</name` as one token; an element that never ends is an empty one.
  private mutating func readRaw(_ name: String) {
    guard !unclosedRaw.contains(name) else { return }
    let closing = Array("</\(name)".utf8)
    var at = index
    while at + closing.count <= bytes.count {
      if bytes[at] == UInt8(ascii: "<"), matches(closing, at: at) {
        if at > index {
          tokens.append(HTMLToken(kind: .rawText, start: index, end: at, name: name))
        }
        index = at
        textStart = at
        return
      }
      at += 1
    }
    unclosedRaw.insert(name)
  }

  private func matches(_ lowercase: [UInt8], at start: Int) -> Bool {
    for offset in lowercase.indices where bytes[start + offset] | 0x20 != lowercase[offset] | 0x20 {
      return false
    }
    let after = start + lowercase.count
    return after >= bytes.count || Self.endsName(bytes[after])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
