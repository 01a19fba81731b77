/// A number's decimal digits: ±d.ddd × 10^exponent.
struct Digits: Equatable {
  private(set) var isNegative = false
  /// From the first digit that is not 0; empty for 0.
  private(set) var digits: [Int] = []
  private(set) var exponent = 0
  /// `nan`, `inf` or `-inf`; empty for a finite number.
  private(set) var special = ""

  var isSpecial: Bool { !special.isEmpty }
  var isZero: Bool { digits.isEmpty && !isSpecial }

  /// Reads what Swift prints for a floating-point number: `-12.5`, `1e-05`, `nan`, `inf`.
  init(_ description: String) {
    let signs = description.utf8
    guard !signs.contains(UInt8(ascii: "n")) else {
      special = description.hasSuffix("nan") ? "nan" : description
      return
    }
    isNegative = signs.first == UInt8(ascii: "-")
    let mantissa = signs.prefix { $0 != UInt8(ascii: "e") }
    let power = Int(description[mantissa.endIndex...].dropFirst()) ?? 0
    var point: Int?
    for sign in mantissa {
      switch sign {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(Int(sign - UInt8(ascii: "0")))
      default: break
      }
    }
    exponent = (point ?? digits.count) - 1 + power
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// Rounded half away from zero to `count` digits, at least one.
  func rounded(toSignificant count: Int) -> Digits { keeping(count) }

  /// Rounded half away from zero to `decimals` digits behind the point.
  func rounded(decimals: Int) -> Digits { keeping(exponent + 1 + decimals) }

  private func keeping(_ count: Int) -> Digits {
    guard !isSpecial, count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.exponent = 0
      return result
    }
    let roundsUp = digits[count] >= 5
    result.digits = Array(digits.prefix(count))
    if roundsUp {
      var index = count - 1
      while index >= 0, result.digits[index] == 9 {
        result.digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        result.digits[index] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    while result.digits.last == 0 { result.digits.removeLast() }
    if result.digits.isEmpty { result.exponent = 0 }
    return result
  }

  /// `-12.50`; the digits must end at or before the last decimal.
  func fixed(decimals: Int) -> String {
    func digit(at power: Int) -> Int {
      let index = exponent - power
      return digits.indices.contains(index) ? digits[index] : 0
    }
    var result = isNegative && !digits.isEmpty ? "-" : ""
    for power in stride(from: max(exponent, 0), through: 0, by: -1) {
      result += String(digit(at: power))
    }
    if decimals > 0 {
      result += "."
      for power in 1...decimals { result += String(digit(at: -power)) }
    }
    return result
  }

  /// `-1.250e-07`
  func scientific(decimals: Int) -> String {
    var mantissa = self
    mantissa.exponent = 0
    let power = String(abs(exponent))
    return mantissa.fixed(decimals: decimals) + "e" + (exponent < 0 ? "-" : "+")
      + (power.count < 2 ? "0" + power : power)
  }
}
