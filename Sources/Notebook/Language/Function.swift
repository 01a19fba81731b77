/// A function of the cell language, declared once: its name, its parameters, its help, its work.
package struct Function: Sendable {
  struct Parameter: Sendable {
    let name: String
    /// What an omitted argument stands for; nil if it must be given.
    let standard: String?

    init(_ name: String, standard: String? = nil) {
      self.name = name
      self.standard = standard
    }
  }

  package let name: String
  /// One line for help.
  package let summary: String
  let parameters: [Parameter]
  /// Throws a `Complaint`.
  let body: @Sendable (Arguments) throws -> Value

  init(
    _ name: String, _ parameters: [Parameter], _ summary: String,
    _ body: @escaping @Sendable (Arguments) throws -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.body = body
  }

  /// `allclose(a, b, tolerance: 1e-5)`
  package var signature: String {
    let list = parameters.map { parameter in
      parameter.standard.map { "\(parameter.name): \($0)" } ?? parameter.name
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }

  /// Every function, in the order in which help lists them.
  package static let all: [Function] =
    elementwise + alongAxes + reductions + comparisons + texts

  package static func named(_ name: String) -> Function? { all.first { $0.name == name } }
}

/// A call's arguments by parameter. Every accessor throws a `Complaint` that names the parameter.
struct Arguments {
  let values: [String: Value]

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

  /// The axis that a number (negative counts from the last) or an axis's name chooses.
  func axis(_ parameter: String, of labelled: LabelledTensor) throws -> Int {
    let axes = labelled.shape.axes
    if case .text(let name) = try value(parameter) {
      guard let index = axes.firstIndex(where: { $0.name == name }) else {
        throw Complaint(
          "\(labelled.shape) has no axis '\(name)'",
          remedy: Suggestion.question(for: name, in: axes.map(\.name)), parameter: parameter)
      }
      return index
    }
    let number = try whole(parameter)
    guard number >= -axes.count, number < axes.count else {
      throw Complaint(
        "\(labelled.shape) has no axis \(number)", remedy: "name one of its axes, or count from 0",
        parameter: parameter)
    }
    return number < 0 ? number + axes.count : number
  }

  private func needed(_ kind: String, _ value: Value, _ parameter: String) -> Complaint {
    Complaint("'\(parameter)' must be \(kind), not \(value.kind)", parameter: parameter)
  }

  private func blaming<Result>(_ parameter: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch var complaint as Complaint {
      complaint.parameter = parameter
      throw complaint
    }
  }
}
