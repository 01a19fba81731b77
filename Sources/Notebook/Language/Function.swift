/// A function of the cell language, declared once: its name, its parameters, its help, its work.
package struct Function: Sendable {
  package let name: String
  let parameters: [Parameter]
  /// One line for help.
  package let summary: String
  /// A cell that shows it; without a model on the desk, except for functions of tokens.
  package let example: String
  /// Throws a `Complaint`.
  let body: @Sendable (Arguments) throws -> Value

  init(
    _ name: String, _ parameters: [Parameter], _ summary: String, example: String,
    _ body: @escaping @Sendable (Arguments) throws -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.body = body
  }

  /// One of a function's parameters.
  struct Parameter: Sendable, ExpressibleByStringLiteral {
    enum Form: Sendable, Equatable {
      case needed
      /// May be left out, and stands for this then.
      case optional(String)
      /// All positional arguments that are left; with `named`, also those with a key that is no
      /// parameter's.
      case rest(named: Bool)
    }

    let name: String
    let form: Form

    init(_ name: String, _ form: Form) {
      self.name = name
      self.form = form
    }

    init(stringLiteral name: String) { self.init(name, .needed) }

    /// An optional parameter.
    init(_ name: String, _ standard: String) { self.init(name, .optional(standard)) }

    var isRest: Bool {
      if case .rest = form { return true }
      return false
    }

    /// As a signature lists it.
    var text: String {
      switch form {
      case .needed: name
      case .optional(let standard): "\(name): \(standard)"
      case .rest: "\(name), …"
      }
    }
  }

  /// `allclose(a, b, tolerance: 1e-5)`
  package var signature: String { "\(name)(\(parameters.map(\.text).joined(separator: ", ")))" }

  /// The parameters that are better named than counted.
  var keys: [String] {
    parameters.compactMap { parameter in
      if case .optional = parameter.form { return parameter.name }
      return nil
    }
  }

  /// Every function by what it does, in the order in which help lists them.
  package static let groups: [(title: String, functions: [Function])] = [
    ("element by element", elementwise), ("along an axis", reductions + alongAxes),
    ("axes", shapes), ("new tensors", makers), ("model operations", layers),
    ("true or false", comparisons), ("texts and tokens", texts),
  ]

  /// Every function, in the order of the groups.
  package static let all: [Function] = groups.flatMap(\.functions)

  package static func named(_ name: String) -> Function? { all.first { $0.name == name } }
}
