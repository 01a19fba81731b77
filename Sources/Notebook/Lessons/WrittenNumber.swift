import Foundation

/// A number as people write it in an answer.
enum WrittenNumber {
  /// `about 1,450`, `~ 1 450`, `0.1%` and `7 percent` are 1450, 1450, 0.1 and 7; nil for anything else.
  static func value(of text: String) -> Double? {
    var words = text.lowercased().trimmingBlanks[...]
    for about in ["about ", "around ", "roughly ", "~"] where words.hasPrefix(about) {
      words = words.dropFirst(about.count)
    }
    for unit in ["%", "percent"] where words.hasSuffix(unit) { words = words.dropLast(unit.count) }
    let number = String(words).trimmingBlanks
    let grouped = "[0-9]{1,3}([, ][0-9]{3})+"
    guard
      number.range(of: "^(\(grouped)|[0-9]+)(\\.[0-9]+)?$", options: .regularExpression) != nil
    else { return nil }
    return Double(number.filter { $0 != "," && $0 != " " })
  }
}
