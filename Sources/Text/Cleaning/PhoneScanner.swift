/// Finds telephone numbers among all the other numbers of a text.
///
/// A number is taken for a telephone's by its shape (`+44 20 7946 0958`, `(01632) 960 123`,
/// `01632 960123`, `555-0142`, `415-555-0134`) or, for any other shape, by a word before it
/// (`phone`, `tel.`, `call` …). Times, dates, ISBNs, versions and prices have shapes of their own
/// and are left alone.
struct PhoneScanner {
  private let bytes: [UInt8]
  /// In source code minus signs and points are arithmetic: only `+…` and a word before count.
  private let isCode: Bool

  /// The numbers' byte ranges, in order and apart.
  static func ranges(in bytes: [UInt8], isCode: Bool) -> [Range<Int>] {
    PhoneScanner(bytes: bytes, isCode: isCode).ranges()
  }

  private func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard beginsNumber(index) else {
        index += 1
        continue
      }
      let number = NumberGroups(bytes, from: index)
      if let end = phoneEnd(number, at: index) {
        ranges.append(index..<end)
        index = end
      } else {
        index = max(index + 1, number.end)
      }
    }
    return ranges
  }

  /// Whether a group of digits, `+` or `(` starts here that is no tail of something longer.
  private func beginsNumber(_ index: Int) -> Bool {
    let byte = bytes[index]
    let isStart =
      NumberGroups.isDigit(byte)
      || ((byte == UInt8(ascii: "+") || byte == UInt8(ascii: "("))
        && index + 1 < bytes.count && NumberGroups.isDigit(bytes[index + 1]))
    guard isStart else { return false }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    let lower = before | 0x20
    let isJoined =
      (lower >= 0x61 && lower <= 0x7A) || NumberGroups.isDigit(before) || before >= 0x80
      || "-./:#_$,".utf8.contains(before)
    return !isJoined || isFieldColon(index)
  }

  /// `Tel:01632 960 123` — a colon after a word belongs to the word.
  private func isFieldColon(_ index: Int) -> Bool {
    guard bytes[index - 1] == UInt8(ascii: ":"), index >= 2 else { return false }
    let lower = bytes[index - 2] | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  /// The end of the longest prefix of the groups that is a telephone number.
  private func phoneEnd(_ number: NumberGroups, at start: Int) -> Int? {
    guard number.endsCleanly else { return nil }
    let cue = PhoneCue(before: start, in: bytes)
    for count in stride(from: number.groups.count, to: 0, by: -1) {
      let candidate = number.prefix(count)
      if count < number.groups.count, number.separators[count] != 0x20 { continue }
      if isPhone(candidate, cue) { return candidate.end }
    }
    return nil
  }

  private func isPhone(_ number: NumberGroups, _ cue: PhoneCue) -> Bool {
    let lengths = number.groups.map(\.count)
    let digits = lengths.reduce(0, +)
    if number.isDate || number.isBook { return false }
    if number.hasPlus {
      // `+35236450.6` is a number with a fraction.
      let isFraction = lengths.count == 2 && number.separators[1] == UInt8(ascii: ".")
      return (8...15).contains(digits) && lengths.count <= 6 && !isFraction
    }
    if digits >= cue.fewestDigits && digits <= 15 && lengths.count <= 5 && !number.isClock {
      return true
    }
    if isCode { return false }
    if number.hasParentheses {
      return (2...5).contains(lengths[0]) && (5...8).contains(digits - lengths[0])
        && lengths.count <= 3
    }
    let isUniform = Set(number.separators.dropFirst()).count <= 1
    if number.startsWithZero { return isTrunk(lengths, digits, number) }
    guard isUniform else { return false }
    if lengths == [3, 3, 4] || lengths == [1, 3, 3, 4] {
      return lengths[0] != 1 || number.startsWithOne
    }
    return lengths == [3, 4] && number.starts(with: "555")
  }

  /// A national number with its trunk zero: `01632 960123`, `020 7946 0958`, `0161-496-0123`.
  private func isTrunk(_ lengths: [Int], _ digits: Int, _ number: NumberGroups) -> Bool {
    guard !number.isClock else { return false }
    if lengths.count == 1 { return digits == 11 }
    let hasPoint = number.separators.dropFirst().contains(UInt8(ascii: "."))
    return (3...5).contains(lengths[0]) && (10...11).contains(digits) && lengths.count <= 4
      && lengths.dropFirst().allSatisfy { $0 >= 3 } && !hasPoint
  }
}

/// How surely the words before a number announce that it is a telephone's.
enum PhoneCue: Equatable {
  /// `phone`, `tel.`, `fax` …
  case named
  /// `call`, `ring`, `dial`: verbs that also go before other numbers.
  case hinted
  case none

  private static let names: Set<String> = [
    "phone", "phones", "telephone", "tel", "fax", "mobile", "cell", "whatsapp", "sms",
  ]
  private static let verbs: Set<String> = ["call", "ring", "dial"]

  /// Looks at the three words before `index` on its line.
  init(before index: Int, in bytes: [UInt8]) {
    var start = index
    while start > 0 && index - start < 32 && bytes[start - 1] != 0x0A { start -= 1 }
    let tail = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    let words = tail.split(whereSeparator: { !$0.isLetter }).suffix(3).map(String.init)
    if words.contains(where: Self.names.contains) {
      self = .named
    } else {
      self = words.contains(where: Self.verbs.contains) ? .hinted : .none
    }
  }

  /// From how many digits on any grouping of them counts.
  var fewestDigits: Int {
    switch self {
    case .named: 5
    case .hinted: 7
    case .none: .max
    }
  }
}
