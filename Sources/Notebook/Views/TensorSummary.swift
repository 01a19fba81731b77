import Foundation
import Tensors

/// What a tensor's numbers are like as a whole. Infinite and undefined elements are counted, and
/// left out of everything else.
package struct TensorSummary: Encodable, Sendable {
  package let count: Int
  /// The lowest finite element; nil when there is none, as for the other statistics.
  package let min: Float?
  package let max: Float?
  package let mean: Double?
  /// The root of the mean squared distance from the mean.
  package let deviation: Double?
  /// The root of the sum of squares.
  package let norm: Double
  package let zeros: Int
  package let nan: Int
  package let infinite: Int

  /// Sums in double precision, in index order.
  package init(_ tensor: Tensor) {
    let values = UnsafeBufferPointer(start: tensor.pointer, count: tensor.count)
    var (sum, squares, finite) = (0.0, 0.0, 0)
    var (lowest, highest) = (Float.infinity, -Float.infinity)
    var (zeros, nan) = (0, 0)
    for value in values {
      if value.isNaN { nan += 1 }
      guard value.isFinite else { continue }
      finite += 1
      if value == 0 { zeros += 1 }
      sum += Double(value)
      squares += Double(value) * Double(value)
      if value < lowest { lowest = value }
      if value > highest { highest = value }
    }
    let middle = finite == 0 ? nil : sum / Double(finite)
    if let middle {
      var distances = 0.0
      for value in values where value.isFinite {
        distances += (Double(value) - middle) * (Double(value) - middle)
      }
      deviation = (distances / Double(finite)).squareRoot()
    } else {
      deviation = nil
    }
    count = values.count
    min = finite == 0 ? nil : lowest
    max = finite == 0 ? nil : highest
    mean = middle
    norm = squares.squareRoot()
    self.zeros = zeros
    self.nan = nan
    infinite = values.count - finite - nan
  }

  /// `min -1  max 2.5  mean 0.25  σ 0.5`, then what there is of zeros and, marked, of NaN and inf.
  var facts: [String] {
    var facts: [String] = []
    if let min, let max, let mean, let deviation {
      facts += [
        "min \(NumberFormat.short(min))", "max \(NumberFormat.short(max))",
        "mean \(NumberFormat.short(mean))", "σ \(NumberFormat.short(deviation))",
      ]
    }
    if zeros > 0 { facts.append("zeros \(zeros)") }
    if nan > 0 { facts.append("! NaN \(nan)") }
    if infinite > 0 { facts.append("! inf \(infinite)") }
    return facts
  }
}
