/// Finds e-mail addresses: `name@host.domain`, and the disguise `name (at) host.domain`.
enum EmailScanner {
  /// The addresses' byte ranges, in order and apart.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard let sign = atSign(bytes, index) else {
        index += 1
        continue
      }
      let floor = ranges.last?.upperBound ?? 0
      let start = localStart(bytes, before: sign.lowerBound, floor: floor)
      let end = domainEnd(bytes, from: sign.upperBound)
      if start < sign.lowerBound, let end {
        // The blanks of a disguise lie inside the address.
        ranges.append(start..<end)
        index = end
      } else {
        index = sign.upperBound
      }
    }
    return ranges
  }

  /// `@`, or `(at)` and `[at]` with the blanks around them.
  private static func atSign(_ bytes: [UInt8], _ index: Int) -> Range<Int>? {
    let byte = bytes[index]
    if byte == UInt8(ascii: "@") { return index..<(index + 1) }
    guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: "["), index + 3 < bytes.count,
      bytes[index + 1] | 0x20 == UInt8(ascii: "a"), bytes[index + 2] | 0x20 == UInt8(ascii: "t"),
      bytes[index + 3] == UInt8(ascii: ")") || bytes[index + 3] == UInt8(ascii: "]")
    else { return nil }
    let start = index > 0 && bytes[index - 1] == 0x20 ? index - 1 : index
    let end = index + 4 < bytes.count && bytes[index + 4] == 0x20 ? index + 5 : index + 4
    return start..<end
  }

  private static func localStart(_ bytes: [UInt8], before end: Int, floor: Int) -> Int {
    var start = end
    while start > floor && end - start < 64 && isLocal(bytes[start - 1]) { start -= 1 }
    // A full stop before the name ends the sentence before it.
    while start < end && (bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-")) {
      start += 1
    }
    return start
  }

  /// The end of `host.domain`, or nil where there is no dot with two letters after it.
  private static func domainEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var end = start
    while end < bytes.count && end - start < 255 && isDomain(bytes[end]) { end += 1 }
    while end > start && !isAlphanumeric(bytes[end - 1]) { end -= 1 }
    guard let dot = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")), dot > start,
      end - dot > 2, bytes[(dot + 1)..<end].allSatisfy(isLetter),
      isAlphanumeric(bytes[start])
    else { return nil }
    return end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || ".!#$%&*+-_~^".utf8.contains(byte) || byte >= 0x80
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }
}
