import Kernels
import Tensors

extension Function {
  /// Functions of each element by itself.
  static let elementwise: [Function] = [
    Function("abs", ["x"], "the size of each number, without its sign", example: "abs(-3)") {
      try exact($0, { $0.magnitude }, { $0.magnitude })
    },
    Function("sqrt", ["x"], "the square root of each number", example: "sqrt([1, 4, 9])") {
      try exact($0, { $0.squareRoot() }, { $0.squareRoot() })
    },
    Function("exp", ["x"], "e to the power of each number", example: "exp([0, 1, 2])") {
      .tensor(try $0.computation.map($0.tensor("x")) { Pointwise.exp($0, $1, into: $2) })
    },
    Function("log", ["x"], "the natural logarithm of each number", example: "log([1, 2.718])") {
      .tensor(try $0.computation.map($0.tensor("x")) { Pointwise.log($0, $1, into: $2) })
    },
    Function("tanh", ["x"], "the hyperbolic tangent of each number", example: "tanh([-1, 0, 1])") {
      .tensor(try $0.computation.map($0.tensor("x")) { Pointwise.tanh($0, $1, into: $2) })
    },
    Function("sin", ["x"], "the sine of each number", example: "sin([0, 1.5708])") {
      .tensor(try trigonometric($0) { $0.sine })
    },
    Function(
      "cos", ["x", Parameter("y", "none")],
      "the cosine of each number; with y, how far vectors along the last axis point the same way:"
        + " 1 the same, 0 across, -1 opposite", example: "cos([1, 2], [2, 4])"
    ) {
      .tensor(
        $0.isGiven("y") ? try Similarity.cosine($0) : try trigonometric($0) { $0.cosine })
    },
    Function(
      "gelu", ["x"], "GPT-2's activation: x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³)))",
      example: "gelu([-1, 0, 1])"
    ) {
      try engine(.gelu, $0)
    },
    Function(
      "silu", ["x"], "Llama's activation: x / (1 + e^-x)", example: "silu([-1, 0, 1])"
    ) {
      try engine(.silu, $0)
    },
    Function("relu", ["x"], "each number above 0, else 0", example: "relu([-1, 0, 1])") {
      try exact(
        $0, { $0.isNaN ? $0 : max($0, 0) }, { $0.isNaN ? $0 : max($0, 0) })
    },
    Function(
      "fma", ["a", "b", "c"], "a * b + c rounded once, as the engine's sums of products are made",
      example: "fma([1, 2], 3, 4)"
    ) { arguments in
      let (a, b, c) = try Broadcasting.expanded(
        arguments.tensor("a"), arguments.tensor("b"), arguments.tensor("c"), named: "fma",
        in: arguments.computation)
      let (x, y) = (a.tensor.pointer, b.tensor.pointer)
      var index = 0
      return .tensor(
        try c.mapped(in: arguments.computation) { sum in
          defer { index += 1 }
          return sum.addingProduct(x[index], y[index])
        })
    },
    Function(
      "round", ["x", Parameter("digits", "0")],
      "each number rounded to some digits behind the point, a half to the even one",
      example: "round(3.14159, digits: 2)"
    ) { arguments in
      let digits = arguments.isGiven("digits") ? try arguments.whole("digits") : 0
      guard (0...9).contains(digits) else {
        throw Complaint("digits must be 0 to 9", parameter: "digits")
      }
      let scale = Power.of(10.0, whole: Int32(digits))
      func rounded(_ number: Double) -> Double {
        let scaled = number * scale
        return scaled.isFinite ? scaled.rounded(.toNearestOrEven) / scale : number
      }
      return try exact(arguments, rounded) { Float(rounded(Double($0))) }
    },
  ]

  /// A function that IEEE-754 defines to the bit: a number stays in double precision.
  private static func exact(
    _ arguments: Arguments, _ ofNumber: (Double) -> Double, _ ofElement: (Float) -> Float
  ) throws -> Value {
    if case .number(let number) = try arguments.value("x") { return .number(ofNumber(number)) }
    return .tensor(try arguments.tensor("x").mapped(in: arguments.computation, ofElement))
  }

  /// An operation of the engine over `x`.
  private static func engine(_ operation: Operation, _ arguments: Arguments) throws -> Value {
    let x = try arguments.tensor("x")
    return .tensor(x.replacing(try arguments.computation.apply(operation, x.tensor)))
  }

  private static func trigonometric(
    _ arguments: Arguments, _ part: ((sine: Float, cosine: Float)) -> Float
  ) throws -> LabelledTensor {
    let x = try arguments.tensor("x")
    if let far = x.tensor.values.first(where: { $0.isFinite && $0.magnitude >= 1e9 }) {
      throw Complaint(
        "\(NumberFormat.short(far)) turns too often: angles lie below 1e9", parameter: "x")
    }
    return try x.mapped(in: arguments.computation) { angle in
      angle.isFinite ? part(Trigonometry.sineAndCosine(Double(angle))) : .nan
    }
  }
}
