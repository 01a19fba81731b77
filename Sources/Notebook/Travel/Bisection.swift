/// Where a property of a run's steps begins to hold for good, found with about 2·log₂ n looks: first at
/// a coarse row of steps, then by halving behind the last of them at which it does not hold.
struct Bisection {
  /// Every step that was looked at, in order.
  private(set) var looks: [Look]

  /// Whether the property holds at a step.
  struct Look: Encodable, Equatable {
    let step: Int
    let holds: Bool
  }

  /// Looks at some steps of a range. Throws what `holds` throws.
  init(_ steps: ClosedRange<Int>, holds: (Int) throws -> Bool) rethrows {
    let count = steps.count
    let parts = max(1, count.bitWidth - count.leadingZeroBitCount - 1)
    let row = (0...parts).map { steps.lowerBound + (count - 1) * $0 / parts }
    var looks = try Self.distinct(row).map { Look(step: $0, holds: try holds($0)) }
    var low = looks.lastIndex { !$0.holds } ?? looks.count
    while low + 1 < looks.count, looks[low + 1].step - looks[low].step > 1 {
      let middle = (looks[low].step + looks[low + 1].step) / 2
      let look = Look(step: middle, holds: try holds(middle))
      looks.insert(look, at: low + 1)
      if !look.holds { low += 1 }
    }
    self.looks = looks
  }

  /// The same looks, where each step is the place of another one in a list.
  func renumbered(by steps: [Int]) -> Bisection {
    var copy = self
    copy.looks = looks.map { Look(step: steps[$0.step], holds: $0.holds) }
    return copy
  }

  private static func distinct(_ steps: [Int]) -> [Int] {
    steps.enumerated().filter { $0.offset == 0 || $0.element != steps[$0.offset - 1] }
      .map(\.element)
  }

  /// The first of the steps from which on every look found the property; nil if the last did not.
  var step: Int? {
    guard let last = looks.lastIndex(where: { !$0.holds }) else { return looks.first?.step }
    return last + 1 < looks.count ? looks[last + 1].step : nil
  }

  /// The last step at which it held and the next one looked at, at which it did not; nil if it held
  /// once and for all as far as was looked.
  var relapse: (held: Int, lost: Int)? {
    zip(looks, looks.dropFirst()).reversed().first { $0.holds && !$1.holds }
      .map { ($0.step, $1.step) }
  }
}
