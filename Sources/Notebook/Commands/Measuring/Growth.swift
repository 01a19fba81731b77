import Foundation

/// How the time of a training step grows when one of its sizes does.
struct Growth {
  let name: String
  let sizes: [Int]
  private let change: (inout TrainingShape, Int) -> Void

  init(_ name: String, _ sizes: [Int], _ change: @escaping (inout TrainingShape, Int) -> Void) {
    self.name = name
    self.sizes = sizes
    self.change = change
  }

  /// The shape of which one size changes.
  static let usual = TrainingShape(
    layers: 4, heads: 4, width: 128, context: 64, batch: 8, vocabulary: 1024)

  func shape(_ size: Int) -> TrainingShape {
    var shape = Self.usual
    change(&shape, size)
    return shape
  }

  /// What was measured.
  struct Outcome: Encodable {
    let name: String
    let sizes: [Int]
    /// Of a step, for each of `sizes`.
    let seconds: [Double]
    /// Time grows as the size to this power.
    var exponent: Double { PowerLaw.exponent(of: zip(sizes.map(Double.init), seconds)) }

    private enum CodingKeys: String, CodingKey { case name, sizes, seconds, exponent }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(sizes, forKey: .sizes)
      try container.encode(seconds, forKey: .seconds)
      try container.encode(exponent, forKey: .exponent)
    }
  }
}

/// y = c·xᵏ.
enum PowerLaw {
  /// The k that fits best: the slope of the line of least squares through (ln x, ln y).
  /// - Parameter points: at least two different x; x and y above zero
  static func exponent(of points: some Sequence<(Double, Double)>) -> Double {
    let logs = points.map { (x: log($0), y: log($1)) }
    let x = logs.reduce(0) { $0 + $1.x } / Double(logs.count)
    let y = logs.reduce(0) { $0 + $1.y } / Double(logs.count)
    let covariance = logs.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
    return covariance / logs.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
  }
}
