import Tensors

extension Function {
  /// Functions of each element by itself.
  static let elementwise: [Function] = [
    Function("abs", [Parameter("x")], "the size of each number, without its sign") {
      try exact($0, { $0.magnitude }, { $0.magnitude })
    },
    Function("sqrt", [Parameter("x")], "the square root of each number") {
      try exact($0, { $0.squareRoot() }, { $0.squareRoot() })
    },
    Function("exp", [Parameter("x")], "e to the power of each number") {
      .tensor(TensorMath.exponential(try $0.tensor("x")))
    },
    Function("log", [Parameter("x")], "the natural logarithm of each number") {
      .tensor(TensorMath.logarithm(try $0.tensor("x")))
    },
    Function("tanh", [Parameter("x")], "the hyperbolic tangent of each number") {
      .tensor(TensorMath.hyperbolicTangent(try $0.tensor("x")))
    },
    Function(
      "round", [Parameter("x"), Parameter("digits", standard: "0")],
      "each number rounded to some digits behind the point"
    ) { arguments in
      let digits = arguments.isGiven("digits") ? try arguments.whole("digits") : 0
      guard (0...9).contains(digits) else {
        throw Complaint("digits must be 0 to 9", parameter: "digits")
      }
      let scale = TensorMath.power(10.0, whole: Int32(digits))
      return try exact(
        arguments, { ($0 * scale).rounded() / scale },
        { Float((Double($0) * scale).rounded() / scale) })
    },
  ]

  /// A function that IEEE-754 defines to the bit: a number stays in double precision.
  private static func exact(
    _ arguments: Arguments, _ ofNumber: (Double) -> Double, _ ofElement: (Float) -> Float
  ) throws -> Value {
    if case .number(let number) = try arguments.value("x") { return .number(ofNumber(number)) }
    return .tensor(try arguments.tensor("x").mapped(ofElement))
  }
}
