import Foundation
import Kernels
import Models
import Support
import Tensors

/// How far our tensors, and those of PyTorch in float32, are from PyTorch's in float64.
struct AccuracyTable: CustomStringConvertible {
  /// One tensor's relative errors: the root of their mean square over the fixture's models.
  struct Row: CustomStringConvertible {
    let name: String
    let ours: Double
    let theirs: Double

    var description: String {
      "\(name.padding(toLength: 32, withPad: " ", startingAt: 0)) "
        + String(format: "%.2e  %.2e", ours, theirs)
        + (theirs > 0 ? String(format: "  %.2f", ours / theirs) : "")
    }
  }

  let rows: [Row]

  /// What correct rounding alone costs: half a unit in the last place.
  static let rounding = 0x1p-24

  /// The geometric mean of our errors over theirs, of all tensors where there is more to it than the
  /// rounding of the result.
  var meanRatio: Double {
    let logarithms = rows.filter { $0.theirs > Self.rounding }.map { log($0.ours / $0.theirs) }
    return exp(logarithms.reduce(0, +) / Double(logarithms.count))
  }

  var description: String {
    (rows.map(\.description) + [String(format: "mean ratio %.3f", meanRatio)])
      .joined(separator: "\n")
  }

  /// - Parameter fixture: made by `Tools/fixtures/accuracy.py`, which tells its layout
  init(_ configuration: Configuration, _ fixture: String) throws {
    let file = try Fixture.open(fixture)
    let names = file.names.filter { !$0.contains("/") }
    let seeds = file.entries["loss"]?.sizes[0] ?? 0
    var ours = [String: Double]()
    for seed in 0..<seeds {
      let tensors = Self.tensors(configuration, seed: UInt64(seed + 1))
      for name in names {
        guard let found = tensors[name] else { throw Missing(name: name) }
        let count = try file.floats(name).count / seeds
        let range = seed * count..<(seed + 1) * count
        let reference = zip(try file.floats(name)[range], try file.floats(name + "/low")[range])
          .map { Double($0) + Double($1) }
        let error = Self.error(Self.selected(found, count: count), reference)
        ours[name, default: 0] += error * error / Double(seeds)
      }
    }
    rows = try names.map { name in
      let theirs = try file.floats(name + "/error").map { Double($0) * Double($0) }
      return Row(
        name: name, ours: (ours[name] ?? 0).squareRoot(),
        theirs: (theirs.reduce(0, +) / Double(seeds)).squareRoot())
    }
  }

  /// The fixture has a tensor that the model has not.
  struct Missing: Error { let name: String }

  /// Every activation, and every parameter's gradient.
  private static func tensors(_ configuration: Configuration, seed: UInt64) -> [String: Tensor] {
    let drawn = DrawnModel(configuration, seed: seed, batch: 4, time: 32)
    let tape = Tape(pool: WorkerPool(threadCount: 2), isRecording: true, keepsNames: true)
    let gradients = GradientBlock(like: drawn.model.parameters, in: Arena())
    var transformer = Transformer(drawn.model, on: tape, gradients: gradients)
    let logits = transformer.logits(drawn.tokens)
    let weights = [Float](repeating: 1, count: drawn.targets.count)
    let loss = tape.name(
      "loss", tape.apply(.crossEntropy(targets: drawn.targets, weights: weights), logits))
    tape.backward(from: loss)
    var tensors = [String: Tensor]()
    for (name, variable) in tape.named { tensors[name] = variable.tensor }
    let block = gradients.finish()
    for name in drawn.model.parameters.names {
      tensors[name + ".grad"] = drawn.model.parameters.view(name, of: block)
    }
    return tensors
  }

  /// The elements that the fixture keeps.
  private static func selected(_ tensor: Tensor, count: Int) -> [Float] {
    let values = tensor.values
    return count == values.count ? values : (0..<count).map { values[$0 * 7919 % values.count] }
  }

  /// ‖found − reference‖ / ‖reference‖
  private static func error(_ found: [Float], _ reference: [Double]) -> Double {
    let norm = reference.reduce(0) { $0 + $1 * $1 }
    let distance = zip(found, reference).reduce(0) {
      $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1)
    }
    return (distance / norm).squareRoot()
  }
}
