import Models
import Tensors
import Training

/// How much of a step must be had again for an expression to have its value; each includes those
/// before it.
enum StepNeed: Int, Comparable {
  /// Only what the run's record says.
  case record
  /// The model after the step.
  case weights
  /// Everything in the step: gradients, updates, moments, activations.
  case step

  static func < (one: StepNeed, other: StepNeed) -> Bool { one.rawValue < other.rawValue }

  /// What an expression needs in a run of `model`.
  /// - Parameter isKnown: whether a name means the same at every step, as a variable does
  init(_ expression: Expression, model: Model, isKnown: (String) -> Bool) {
    self =
      expression.words.map { word -> StepNeed in
        switch word {
        case .name(let name):
          if RecordName(rawValue: name) != nil || isKnown(name) { return .record }
          return model.parameter(named: name) == nil ? .step : .weights
        case .call(let name):
          return Function.named(name) == nil || name == Function.predict.name ? .weights : .record
        }
      }.max() ?? .record
  }
}

/// A number of the record that an expression over steps can name.
enum RecordName: String, CaseIterable {
  case step, loss, rate
  case gradientNorm = "gradient_norm"
  case heldOutLoss = "held_out_loss"

  /// The numbers that are known of a step.
  static func values(of record: StepRecord?, step: Int) -> [String: Value] {
    guard let record else { return [RecordName.step.rawValue: .number(Double(step))] }
    let known: [(RecordName, Float?)] = [
      (.loss, record.loss), (.rate, record.rate), (.gradientNorm, record.gradientNorm),
      (.heldOutLoss, record.heldOutLoss),
    ]
    var values = [RecordName.step.rawValue: Value.number(Double(step))]
    for (name, number) in known {
      if let number { values[name.rawValue] = Value(Tensor(scalar: number)) }
    }
    return values
  }
}

extension Expression {
  /// A name or a call's name.
  enum Word: Equatable {
    case name(String)
    case call(String)
  }

  /// All names in it, in the order in which they stand.
  var words: [Word] {
    switch form {
    case .number, .text, .truth: return []
    case .name(let name): return [.name(name)]
    case .list(let items): return items.flatMap(\.words)
    case .call(let name, let arguments):
      return [.call(name)] + arguments.flatMap(\.value.words)
    case .index(let operand, let selectors):
      return operand.words + selectors.flatMap(\.expressions).flatMap(\.words)
    case .transpose(let operand), .shape(let operand), .negative(let operand), .not(let operand):
      return operand.words
    case .binary(_, let left, let right): return left.words + right.words
    }
  }
}

extension Expression.Selector {
  /// What stands between the brackets.
  fileprivate var expressions: [Expression] {
    switch self {
    case .position(let expression): [expression]
    case .slice(let start, let stop, let step, _): [start, stop, step].compactMap { $0 }
    case .rest: []
    }
  }
}
