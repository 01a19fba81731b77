/// The attributes of a tag that tell furniture from content.
struct HTMLAttributes {
  private(set) var role = ""
  private(set) var isHidden = false
  /// The words of `class` and `id`, in lower case.
  private(set) var words: [Substring] = []

  init(_ token: HTMLToken, _ bytes: UnsafeBufferPointer<UInt8>) {
    var index = token.start + 1 + token.name.utf8.count
    let end = token.end - 1
    while index < end {
      while index < end && (bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/")) {
        index += 1
      }
      let nameStart = index
      while index < end && bytes[index] > 0x20 && bytes[index] != UInt8(ascii: "=") { index += 1 }
      let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
      var value = ""
      if index < end && bytes[index] == UInt8(ascii: "=") {
        let range = Self.value(bytes, after: index, end: end)
        value = String(decoding: bytes[range], as: UTF8.self).lowercased()
        index = range.upperBound + 1
      } else if index == nameStart {
        index += 1
      }
      take(name, value)
    }
  }

  /// Whether the tag's bytes hold `name`, in lower case.
  static func contains(
    _ name: StaticString, in token: HTMLToken, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = name.utf8CodeUnitCount
    var start = token.start
    while start + count <= token.end {
      var matched = 0
      while matched < count && bytes[start + matched] | 0x20 == name.utf8Start[matched] {
        matched += 1
      }
      if matched == count { return true }
      start += 1
    }
    return false
  }

  private static func value(
    _ bytes: UnsafeBufferPointer<UInt8>, after equals: Int, end: Int
  ) -> Range<Int> {
    var start = equals + 1
    guard start < end else { return end..<end }
    let quote = bytes[start]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { start += 1 }
    var stop = start
    while stop < end && (isQuoted ? bytes[stop] != quote : bytes[stop] > 0x20) { stop += 1 }
    return start..<stop
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "class", "id": words += value.split(whereSeparator: \.isWhitespace)
    case "role": role = value
    case "hidden": isHidden = true
    case "aria-hidden": isHidden = isHidden || value == "true"
    case "style":
      let compact = value.filter { !$0.isWhitespace }
      isHidden = isHidden || compact.contains("display:none")
    default: break
    }
  }
}
