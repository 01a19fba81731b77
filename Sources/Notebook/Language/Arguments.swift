import Tensors

/// A call's arguments by parameter. Every accessor throws a `Complaint` that names the parameter.
struct Arguments {
  /// An argument of a `rest` parameter, with its key if it has one.
  struct Item {
    let key: String?
    let value: Value
  }

  let values: [String: Value]
  /// What a `rest` parameter took, in order.
  let rest: [Item]
  let computation: Computation

  func isGiven(_ parameter: String) -> Bool { values[parameter] != nil }

  func value(_ parameter: String) throws -> Value {
    guard let value = values[parameter] else {
      throw Complaint("the argument '\(parameter)' is missing", parameter: parameter)
    }
    return value
  }

  func tensor(_ parameter: String) throws -> LabelledTensor {
    let value = try value(parameter)
    return try blaming(parameter) { try value.tensorValue() }
  }

  /// A tensor with at least one element.
  func filled(_ parameter: String) throws -> LabelledTensor {
    let tensor = try tensor(parameter)
    guard tensor.shape.count > 0 else {
      throw Complaint("\(tensor.shape) has no elements", parameter: parameter)
    }
    return tensor
  }

  func number(_ parameter: String) throws -> Double {
    switch try value(parameter) {
    case .number(let number): return number
    case .tensor(let labelled) where labelled.shape.rank == 0:
      return Double(labelled.tensor.scalar)
    case let other: throw needed("a number", other, parameter)
    }
  }

  func whole(_ parameter: String) throws -> Int {
    let value = try value(parameter)
    return try blaming(parameter) { try value.wholeNumber() }
  }

  func text(_ parameter: String) throws -> String {
    guard case .text(let text) = try value(parameter) else {
      throw needed("a text", try value(parameter), parameter)
    }
    return text
  }

  /// A switch that is off when it is not given.
  func flag(_ parameter: String) throws -> Bool {
    guard isGiven(parameter) else { return false }
    let value = try value(parameter)
    guard case .truth(let truth) = value else { throw needed("true or false", value, parameter) }
    return truth
  }

  /// The axis that a number (negative counts from the last) or an axis's name chooses.
  func axis(_ parameter: String, of labelled: LabelledTensor) throws -> Int {
    let value = try value(parameter)
    return try blaming(parameter) { try labelled.shape.axis(chosenBy: value) }
  }

  /// Runs `body`; its complaint is about this parameter.
  func blaming<Result>(_ parameter: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch var complaint as Complaint {
      complaint.parameter = parameter
      throw complaint
    }
  }

  func needed(_ kind: String, _ value: Value, _ parameter: String) -> Complaint {
    Complaint("'\(parameter)' must be \(kind), not \(value.kind)", parameter: parameter)
  }
}

extension Shape {
  /// The axis that a number (negative counts from the last) or an axis's name chooses. Throws a
  /// `Complaint` if there is none such.
  func axis(chosenBy value: Value) throws -> Int {
    if case .text(let name) = value {
      guard let index = axes.firstIndex(where: { $0.name == name }) else {
        throw Complaint(
          "\(self) has no axis '\(name)'", remedy: Suggestion.question(for: name, in: names))
      }
      return index
    }
    let number = try value.wholeNumber()
    guard number >= -rank, number < rank else {
      throw Complaint(
        "\(self) has no axis \(number)", remedy: "name one of its axes, or count from 0")
    }
    return number < 0 ? number + rank : number
  }
}
