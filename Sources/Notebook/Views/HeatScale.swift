/// Which shade an element gets: the lowest number the darkest, the highest the lightest.
struct HeatScale {
  private let low: Float
  private let high: Float
  /// Whether every element is a finite number.
  let isFinite: Bool

  init(_ summary: TensorSummary) {
    low = summary.min ?? 0
    high = summary.max ?? 0
    isFinite = summary.nan == 0 && summary.infinite == 0
  }

  /// The scale of probabilities.
  init(ofProbabilities probabilities: some Sequence<Float>) {
    (low, high) = (0, 1)
    isFinite = probabilities.allSatisfy(\.isFinite)
  }

  /// The numbers at the scale's ends.
  var ends: (low: String, high: String) { (NumberFormat.short(low), NumberFormat.short(high)) }

  /// A finite number's place on the scale, from 0 to 1; nil for any other.
  func share(of value: Float) -> Double? {
    guard value.isFinite else { return nil }
    let range = Double(high) - Double(low)
    return range == 0 ? 0.5 : (Double(value) - Double(low)) / range
  }

  /// What is drawn for a number in a terminal.
  func cell(_ value: Float, columns: Int, _ colour: Page.Colour) -> String {
    if let share = share(of: value) { return ColourScale.cell(share, columns: columns, colour) }
    return String(repeating: value.isNaN ? "?" : value > 0 ? "+" : "-", count: columns)
  }

  /// What is drawn for numbers that are not finite, if there are any.
  var marks: [String] { isFinite ? [] : ["-- -inf", "++ inf", "?? NaN"] }

  /// The scale, then what is drawn in place of a shade.
  func legend(_ colour: Page.Colour) -> [String] {
    let steps = (0..<10).map {
      ColourScale.cell((Double($0) + 0.5) / 10, columns: 1, colour)
    }
    let scale = ends.low + " [" + steps.joined() + "] " + ends.high
    return [scale] + marks
  }
}
