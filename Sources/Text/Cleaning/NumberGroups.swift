/// Groups of digits joined by single blanks, hyphens or points: `+44 20 7946-0958`.
struct NumberGroups {
  private let bytes: [UInt8]
  /// The digits of each group, as byte ranges.
  private(set) var groups: [Range<Int>] = []
  /// What stands before each group: 0 for the first.
  private(set) var separators: [UInt8] = []
  private(set) var hasPlus = false
  private(set) var hasParentheses = false
  /// False when a letter, a colon or another number's sign follows at once.
  private(set) var endsCleanly = true
  private(set) var end: Int

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    end = start
    var index = start
    var separator: UInt8 = 0
    hasPlus = bytes[index] == UInt8(ascii: "+")
    if hasPlus { index += 1 }
    var isOpen = false
    while groups.count < 8 {
      if index < bytes.count, bytes[index] == UInt8(ascii: "("), groups.count <= 1 {
        isOpen = true
        hasParentheses = true
        index += 1
      }
      let first = index
      while index < bytes.count && Self.isDigit(bytes[index]) { index += 1 }
      guard index > first else { break }
      groups.append(first..<index)
      separators.append(separator)
      end = index
      if isOpen {
        guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { break }
        isOpen = false
        index += 1
        end = index
      }
      guard index < bytes.count, " -.".utf8.contains(bytes[index]) || bytes[index - 1] == 0x29
      else { break }
      separator = bytes[index]
      if " -.".utf8.contains(separator) { index += 1 }
    }
    endsCleanly = !isOpen && !isFollowed
  }

  /// Whether what follows makes the digits part of something else: `07:30`, `3.14m`, `10%`, `5/6`.
  private var isFollowed: Bool {
    guard end < bytes.count else { return false }
    let byte = bytes[end]
    let lower = byte | 0x20
    if (lower >= 0x61 && lower <= 0x7A) || ":/%_".utf8.contains(byte) { return true }
    return byte == UInt8(ascii: ",") && end + 1 < bytes.count && Self.isDigit(bytes[end + 1])
  }

  /// The first `count` groups alone.
  func prefix(_ count: Int) -> NumberGroups {
    var shorter = self
    guard count < groups.count else { return shorter }
    shorter.groups = Array(groups.prefix(count))
    shorter.separators = Array(separators.prefix(count))
    shorter.end = groups[count - 1].upperBound
    if shorter.end < bytes.count, bytes[shorter.end] == UInt8(ascii: ")") { shorter.end += 1 }
    return shorter
  }

  var startsWithZero: Bool { starts(with: "0") }
  var startsWithOne: Bool { starts(with: "1") }

  func starts(with prefix: String) -> Bool {
    groups.first.map { bytes[$0].starts(with: prefix.utf8) } ?? false
  }

  /// `2024-05-17`, `17.05.2024`, `1914-1918`, `17 05 24`.
  var isDate: Bool {
    let lengths = groups.map(\.count)
    switch lengths {
    case [4, 2, 2], [4, 4]: return isYear(groups[0])
    case [2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4]: return isYear(groups[2])
    case [2, 2, 2]: return true
    default: return false
    }
  }

  /// Whether every group of four digits is a time of day, and there are two at least.
  var isClock: Bool {
    let fours = groups.filter { $0.count == 4 }
    return fours.count >= 2 && fours.count >= groups.count - 1
      && fours.allSatisfy { value($0) / 100 < 24 && value($0) % 100 < 60 }
  }

  /// An ISBN: ten or thirteen digits in four or five groups, or after the word.
  var isBook: Bool {
    let digits = groups.reduce(0) { $0 + $1.count }
    if digits == 13 && (starts(with: "978") || starts(with: "979")) && !hasPlus { return true }
    guard let first = groups.first else { return false }
    let before = bytes[max(0, first.lowerBound - 16)..<first.lowerBound]
    return String(decoding: before, as: UTF8.self).lowercased().contains("isbn")
  }

  private func isYear(_ group: Range<Int>) -> Bool { (1000...2999).contains(value(group)) }

  private func value(_ group: Range<Int>) -> Int {
    bytes[group].reduce(0) { $0 &* 10 &+ Int($1 - 0x30) }
  }
}
