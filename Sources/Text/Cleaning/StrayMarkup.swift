/// HTML tags left in what is otherwise plain text, as when a page was copied carelessly.
package enum StrayMarkup {
  private static let known: Set<String> = [
    "p", "br", "span", "div", "b", "i", "u", "em", "strong", "a", "font", "center", "small", "sub",
    "sup", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "hr",
  ]

  /// The text without tags and with its character references read, line by line as it was, and how
  /// many tags there were; nil for a text that has none or only speaks of some: tags must stand on
  /// three lines at least, and on half of all.
  package static func strip(_ text: String) -> (text: String, tags: Int)? {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      let tokens = HTMLTokenizer.tokens(of: bytes)
      let tags = tokens.filter { $0.kind != .text && known.contains($0.name) }
      guard isStrewn(tags, bytes) else { return nil }
      var output: [UInt8] = []
      var index = 0
      for tag in tags {
        copy(bytes, index, tag.start, to: &output)
        index = tag.end
      }
      copy(bytes, index, bytes.count, to: &output)
      return (String(decoding: output, as: UTF8.self), tags.count)
    }
  }

  private static func isStrewn(_ tags: [HTMLToken], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = 0
    var tagged = 0
    var next = 0
    var start = 0
    while start < bytes.count {
      var end = start
      var isBlank = true
      while end < bytes.count && bytes[end] != 0x0A {
        if bytes[end] > 0x20 { isBlank = false }
        end += 1
      }
      if !isBlank { lines += 1 }
      if next < tags.count && tags[next].start < end { tagged += 1 }
      while next < tags.count && tags[next].start < end { next += 1 }
      start = end + 1
    }
    return tagged >= 3 && tagged * 2 >= lines
  }

  private static func copy(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, to output: inout [UInt8]
  ) {
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "&"),
        let reference = HTMLEntities.decode(bytes, at: index, end: end)
      {
        let scalar: Unicode.Scalar = reference.scalar == "\u{A0}" ? " " : reference.scalar
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        index += reference.length
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
  }
}
