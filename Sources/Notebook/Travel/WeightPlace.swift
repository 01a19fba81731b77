import Models
import Tensors

/// One trained weight: `blocks.0.mlp.out.weight[3, 5]`.
struct WeightPlace {
  let name: String
  let index: [Int]

  /// As it is written.
  var text: String { "\(name)[\(index.map(String.init).joined(separator: ", "))]" }
}

extension WeightPlace {
  /// Reads it. Throws `ExpressionError` if it is no trained weight of the model.
  init(_ source: String, of model: Model, in session: Session) throws {
    let expression = try Parser.parse(source)
    func mistake(_ message: String) -> ExpressionError {
      ExpressionError(
        message, remedy: "write NAME[i, j]; `params` lists the names", source: source,
        range: expression.range)
    }
    guard case .index(let operand, let selectors) = expression.form,
      case .name(let name) = operand.form
    else { throw mistake("this is not one weight") }
    guard let weight = model.trainable[name] else {
      throw ExpressionError(
        "'\(name)' is no weight that is trained",
        remedy: Suggestion.question(for: name, in: model.trainable.names)
          ?? "`params` lists the names", source: source, range: operand.range)
    }
    let evaluator = Evaluator(
      scope: session, source: source, computation: Computation(session.surroundings))
    let selections = try evaluator.selections(selectors, in: weight.shape, expression.range)
    let index = selections.compactMap { selection in
      if case .position(let position) = selection { position } else { nil }
    }
    guard index.count == weight.shape.rank else {
      throw mistake(
        selectors.count < weight.shape.rank
          ? "\(name) has the axes \(weight.shape)" : "this takes several weights")
    }
    self.init(name: name, index: index)
  }
}

/// One weight set by hand: `blocks.0.mlp.out.weight[3, 5] = 0.5`.
struct WeightEdit {
  let place: WeightPlace
  let value: Float

  /// As a fork's record has it.
  var text: String { "\(place.text) = \(NumberFormat.exact(value))" }

  /// Reads it. Throws `ExpressionError` if it is no trained weight of the model, or no number.
  init(_ source: String, of model: Model, in session: Session) throws {
    func mistake(_ message: String) -> ExpressionError {
      ExpressionError(
        message, remedy: "write NAME[i, j] = number", source: source,
        range: 0..<max(source.count, 1))
    }
    let sides = source.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
    guard sides.count == 2 else { throw mistake("this sets no weight") }
    place = try WeightPlace(sides[0], of: model, in: session)
    let number = try session.evaluate(expression: sides[1])
    switch number {
    case .number(let number): value = Float(number)
    case .tensor(let labelled) where labelled.shape.count == 1: value = labelled.tensor.values[0]
    default: throw mistake("a weight is one number, not \(number.kind)")
    }
    guard value.isFinite else { throw mistake("a weight is finite, not \(value)") }
  }

  /// The model with this weight.
  func applied(to model: Model) -> Model {
    var model = model
    model.withTrainable { parameters in
      guard let weight = parameters[place.name] else {
        preconditionFailure("\(place.name) is not trained")
      }
      var values = weight.values
      values[weight.shape.offset(of: place.index)] = value
      parameters.set(place.name, to: Tensor(weight.shape, values))
    }
    return model
  }
}
