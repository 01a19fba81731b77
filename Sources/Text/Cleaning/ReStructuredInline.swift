/// The marks inside a line: roles, literals, links.
enum ReStructuredInline {
  /// `:func:`len`` → `len`, ` ``x`` ` → `` `x` ``, `` `text <url>`_ `` → `text`, `\ ` → nothing.
  static func plain(_ line: Substring) -> String {
    let bytes = Array(line.utf8)
    guard bytes.contains(tick) || bytes.contains(backslash) else { return String(line) }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == backslash {
        // Backslashes guard the next character; one before a blank guards nothing.
        let hasNext = index + 1 < bytes.count
        if hasNext && bytes[index + 1] == 0x20 {
          index += 2
        } else {
          if !hasNext || !Self.isMark(bytes[index + 1]) { output.append(backslash) }
          index += 1
        }
        continue
      }
      guard bytes[index] == tick else {
        output.append(bytes[index])
        index += 1
        continue
      }
      if index + 1 < bytes.count && bytes[index + 1] == tick {
        output.append(tick)
        index = copyLiteral(bytes, from: index + 2, to: &output)
      } else {
        dropRole(&output)
        index = copyReference(bytes, from: index + 1, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let tick = UInt8(ascii: "`")
  private static let backslash = UInt8(ascii: "\\")

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == tick || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "|")
  }

  private static func copyLiteral(_ bytes: [UInt8], from start: Int, to output: inout [UInt8])
    -> Int
  {
    var index = start
    while index < bytes.count {
      if bytes[index] == tick && index + 1 < bytes.count && bytes[index + 1] == tick {
        output.append(tick)
        return index + 2
      }
      output.append(bytes[index])
      index += 1
    }
    return index
  }

  /// Takes a role's name (`:class:`) back from the end of the output.
  private static func dropRole(_ output: inout [UInt8]) {
    guard output.last == UInt8(ascii: ":") else { return }
    var start = output.count - 1
    while start > 0 {
      let byte = output[start - 1]
      let isName =
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
        || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      if !isName { break }
      start -= 1
    }
    if output[start] == UInt8(ascii: ":") && start < output.count - 1 {
      output.removeSubrange(start...)
    }
  }

  /// Copies the words of an interpreted text: without its target, without `~module.` and `!`.
  private static func copyReference(_ bytes: [UInt8], from start: Int, to output: inout [UInt8])
    -> Int
  {
    guard let end = bytes[start...].firstIndex(of: tick) else {
      output.append(tick)
      return start
    }
    var words = bytes[start..<end]
    if let open = words.lastIndex(of: UInt8(ascii: "<")), words.last == UInt8(ascii: ">"),
      open > words.startIndex
    {
      words = words[..<open]
      while words.last == 0x20 { words = words.dropLast() }
    }
    if words.first == UInt8(ascii: "~") {
      words = words.lastIndex(of: UInt8(ascii: ".")).map { words[($0 + 1)...] } ?? words.dropFirst()
    }
    if words.first == UInt8(ascii: "!") { words = words.dropFirst() }
    output += words
    var next = end + 1
    while next < bytes.count && bytes[next] == UInt8(ascii: "_") && next < end + 3 { next += 1 }
    return next
  }
}
