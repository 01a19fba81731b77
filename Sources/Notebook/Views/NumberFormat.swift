/// How numbers are written: always with a point, never by locale, from the shortest digits that
/// stand for the value.
package enum NumberFormat {
  /// As short as exact: `3`, `0.1`, `1e-05`.
  package static func exact(_ value: Double) -> String { plain(value.description) }
  package static func exact(_ value: Float) -> String { plain(value.description) }

  private static func plain(_ description: String) -> String {
    description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }

  /// Four significant digits, or as many as asked for (all those before the point) without trailing zeros: `0.1667`,
  /// `123456`, `1.5e-07`.
  package static func short(_ value: Double) -> String { short(Digits(value.description), 4) }
  package static func short(_ value: Float, digits: Int = 4) -> String {
    short(Digits(value.description), digits)
  }

  private static func short(_ digits: Digits, _ significant: Int) -> String {
    guard !digits.isSpecial else { return digits.special }
    let rounded = digits.rounded(toSignificant: significant)
    guard (-4..<6).contains(rounded.exponent) else {
      return withoutTrailingZeros(rounded.scientific(decimals: significant - 1))
    }
    let decimals = max(0, significant - 1 - rounded.exponent)
    return withoutTrailingZeros(digits.rounded(decimals: decimals).fixed(decimals: decimals))
  }

  /// With exactly so many digits behind the point.
  package static func fixed(_ value: Float, decimals: Int) -> String {
    let digits = Digits(value.description)
    return digits.isSpecial
      ? digits.special : digits.rounded(decimals: decimals).fixed(decimals: decimals)
  }

  private static func withoutTrailingZeros(_ written: String) -> String {
    let parts = written.split(separator: "e", maxSplits: 1)
    var mantissa = parts[0]
    if mantissa.utf8.contains(UInt8(ascii: ".")) {
      while mantissa.hasSuffix("0") { mantissa.removeLast() }
      if mantissa.hasSuffix(".") { mantissa.removeLast() }
    }
    return mantissa + (parts.count > 1 ? "e" + parts[1] : "")
  }

  /// Numbers for one table: all with the same number of digits behind the point, so that the
  /// largest has at least four significant ones. An exact zero is `0`, and what would
  /// be rounded to zero keeps its power of ten; whole numbers have no point.
  package static func column(_ values: [Float]) -> [String] {
    let digits = values.map { Digits($0.description) }
    let shown = digits.filter { !$0.isSpecial && !$0.isZero }
    let exponent = shown.map(\.exponent).max() ?? 0
    let isWhole = values.allSatisfy { !$0.isFinite || $0 == $0.rounded() } && exponent < 6
    let decimals = isWhole ? 0 : max(0, 4 - max(exponent, 0) + max(0, -exponent - 1))
    let isScientific = exponent >= 6 || exponent < -4
    return digits.map { digits in
      if digits.isSpecial { return digits.special }
      if digits.isZero { return "0" }
      if isScientific { return digits.rounded(toSignificant: 4).scientific(decimals: 3) }
      let rounded = digits.rounded(decimals: decimals)
      return rounded.isZero
        ? digits.rounded(toSignificant: 2).scientific(decimals: 1)
        : rounded.fixed(decimals: decimals)
    }
  }

  /// A share of the whole as `12.5%`, with one digit behind the point; `>99.9%` for nearly all of it.
  package static func percent(_ share: Double) -> String {
    let digits = Digits((share * 100).description)
    if digits.isSpecial { return digits.special }
    let text = digits.rounded(decimals: 1).fixed(decimals: 1) + "%"
    return text == "100.0%" && share < 1 ? ">99.9%" : text
  }

  /// How many there are of something: `1 document`, `1 234 documents`.
  package static func counted(_ count: Int, _ noun: String) -> String {
    grouped(count) + " " + noun + (count == 1 ? "" : "s")
  }

  /// A whole number with blanks between its thousands: `1 234 567`.
  package static func grouped(_ count: Int) -> String {
    var result = ""
    let digits = String(count.magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(" ") }
      result.append(digit)
    }
    return (count < 0 ? "-" : "") + result
  }
}
