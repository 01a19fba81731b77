import Foundation

/// Round numbers along an axis.
enum Ticks {
  /// The multiples of 1, 2 or 5 times a power of ten from `low` to `high`, `count` of them or a few
  /// more or less. The ends are finite and `low` is below `high`.
  static func values(from low: Double, to high: Double, about count: Int) -> [Double] {
    let rough = (high / Double(count) - low / Double(count))
    let power = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? rough
    // A range of a few bits has no round numbers inside.
    guard step > 0, step.isFinite, abs(low / step) < 1e15, abs(high / step) < 1e15 else {
      return [low, high]
    }
    let (first, last) = ((low / step).rounded(.up), (high / step).rounded(.down))
    guard first <= last else { return [low, high] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }
}
