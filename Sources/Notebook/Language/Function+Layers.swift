import Tensors

extension Function {
  /// The engine's operations that are no single step of arithmetic, with any weights.
  static let layers: [Function] = [
    Function(
      "layernorm", ["x", "weight", Parameter("bias", "none"), Parameter("epsilon", "1e-5")],
      "(x - mean) / sqrt(var + epsilon) * weight + bias along the last axis",
      example: "layernorm([1, 2, 3], [1, 1, 1])"
    ) { arguments in
      let epsilon = Float(try arguments.epsilon)
      return try arguments.normalized(.layerNorm(epsilon: epsilon))
    },
    Function(
      "rmsnorm", ["x", "weight", Parameter("epsilon", "1e-5")],
      "x / sqrt(meansquare + epsilon) * weight along the last axis",
      example: "rmsnorm([3, 4], [1, 1])"
    ) { arguments in
      let epsilon = Float(try arguments.epsilon)
      return try arguments.normalized(.rmsNorm(epsilon: epsilon))
    },
    Function(
      "rotary", ["x", Parameter("base", "10000"), Parameter("offset", "0")],
      "turns each pair of channels (i, i + half) of a position by position * base^(-2i / channels),"
        + " as Llama does with queries and keys [position, channel]",
      example: "rotary([[1, 0], [1, 0]])"
    ) { arguments in
      let x = try arguments.filled("x")
      let base = arguments.isGiven("base") ? try arguments.number("base") : 10_000
      let offset = arguments.isGiven("offset") ? try arguments.whole("offset") : 0
      guard x.shape.rank >= 2, x.shape.lastSize % 2 == 0 else {
        throw Complaint(
          "rotary takes [position, channel] with an even number of channels, not \(x.shape)",
          parameter: "x")
      }
      guard base > 1, base <= 1e12 else {
        throw Complaint("the base must lie above 1 and below 1e12", parameter: "base")
      }
      guard (0...1 << 24).contains(offset) else {
        throw Complaint("the offset must be 0 to \(1 << 24)", parameter: "offset")
      }
      let sizes = x.shape.sizes
      let heads = sizes.dropLast(2).reduce(1, *)
      let flat = x.tensor.reshaped(
        Shape([
          "batch": 1, "head": heads, "position": sizes[sizes.count - 2],
          "channel": x.shape.lastSize,
        ]))
      let turned = try arguments.computation.apply(
        .rotary(base: Float(base), offset: offset), flat)
      return .tensor(x.replacing(turned.reshaped(x.shape)))
    },
    Function(
      "crossentropy", ["logits", "targets"],
      "the loss: the mean of -logsoftmax(logits) at each row's target",
      example: "crossentropy([[2, 0], [0, 1]], [0, 1])"
    ) { arguments in
      let logits = try arguments.filled("logits")
      let targets = try arguments.tensor("targets")
      guard logits.shape.rank > 0, targets.shape.count == logits.shape.rowCount else {
        throw Complaint(
          "\(logits.shape) needs a target for each row, not \(targets.shape)",
          parameter: "targets")
      }
      let ids = try arguments.blaming("targets") {
        try targets.tensor.values.map { target -> Int32 in
          let id = try target.wholeNumber()
          guard (0..<logits.shape.lastSize).contains(id) else {
            throw Complaint("target \(id) is outside 0 to \(logits.shape.lastSize - 1)")
          }
          return Int32(id)
        }
      }
      let operation = Operation.crossEntropy(
        targets: ids, weights: [Float](repeating: 1, count: ids.count))
      return Value(try arguments.computation.apply(operation, logits.tensor))
    },
  ]
}

extension Arguments {
  /// The argument `epsilon`, above 0.
  fileprivate var epsilon: Double {
    get throws {
      let epsilon = isGiven("epsilon") ? try number("epsilon") : 1e-5
      guard epsilon >= 0, epsilon.isFinite else {
        throw Complaint("epsilon must not be negative", parameter: "epsilon")
      }
      return epsilon
    }
  }

  /// A norm of `x` with `weight` and, if given, `bias`.
  fileprivate func normalized(_ operation: Operation) throws -> Value {
    let x = try filled("x")
    let names = isGiven("bias") ? ["weight", "bias"] : ["weight"]
    let weights = try names.map { name in
      let weight = try tensor(name)
      guard x.shape.rank > 0, weight.shape.sizes == [x.shape.lastSize] else {
        throw Complaint(
          "\(name) \(weight.shape) does not fit the last axis of \(x.shape)", parameter: name)
      }
      return weight.tensor
    }
    let result =
      weights.count == 2
      ? try computation.apply(operation, x.tensor, weights[0], weights[1])
      : try computation.apply(operation, x.tensor, weights[0])
    return .tensor(x.replacing(result))
  }
}
