import Tensors

/// `+ - * / @ ^` and the sign.
enum Arithmetic {
  /// Two numbers stay in double precision; what meets a tensor becomes single precision and goes
  /// element by element. Texts can be joined with `+`. Throws a `Complaint` otherwise.
  static func of(
    _ left: Value, _ operation: BinaryOperator, _ right: Value, in computation: Computation
  ) throws -> Value {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      return try ofNumbers(left, operation, right)
    case (.text(let left), .text(let right)) where operation == .add:
      return .text(try joined(left, right))
    default:
      for operand in [left, right] {
        if case .text = operand { throw refusal(left, operation, right) }
        if case .truth = operand { throw refusal(left, operation, right) }
      }
      return .tensor(
        try ofTensors(left.tensorValue(), operation, right.tensorValue(), in: computation))
    }
  }

  static func negative(_ value: Value, in computation: Computation) throws -> Value {
    switch value {
    case .number(let number): return .number(-number)
    case .text, .truth: throw Complaint("\(value.kind) has no sign")
    default: return .tensor(try value.tensorValue().mapped(in: computation) { -$0 })
    }
  }

  private static func ofTensors(
    _ left: LabelledTensor, _ operation: BinaryOperator, _ right: LabelledTensor,
    in computation: Computation
  ) throws -> LabelledTensor {
    let name = operation.rawValue
    switch operation {
    case .matrixProduct: return try TensorProduct.of(left, right, in: computation)
    case .add:
      return try Broadcasting.elements(left, right, named: name, in: computation) { $0 + $1 }
    case .subtract:
      return try Broadcasting.elements(left, right, named: name, in: computation) { $0 - $1 }
    case .multiply:
      var product = try Broadcasting.elements(left, right, named: name, in: computation) { $0 * $1 }
      // 1 where both hold.
      product.isMask = left.isMask && right.isMask
      return product
    case .divide:
      return try Broadcasting.elements(left, right, named: name, in: computation) { $0 / $1 }
    default:
      return try Power.elements(left, right, in: computation)
    }
  }

  private static func ofNumbers(_ left: Double, _ operation: BinaryOperator, _ right: Double)
    throws -> Value
  {
    switch operation {
    case .add: return .number(left + right)
    case .subtract: return .number(left - right)
    case .multiply: return .number(left * right)
    case .divide:
      guard right != 0 else { throw Complaint("division by zero") }
      return .number(left / right)
    case .matrixProduct:
      throw Complaint("@ multiplies tensors, and a number has no axes", remedy: "use *")
    default:
      if let whole = Int32(exactly: right) { return .number(Power.of(left, whole: whole)) }
      if right == 0.5 { return .number(left.squareRoot()) }
      return Value(Tensor(scalar: Power.of(Float(left), Float(right))))
    }
  }

  private static func joined(_ left: String, _ right: String) throws -> String {
    guard left.utf8.count + right.utf8.count <= Limits.text else {
      throw Complaint("the joined text would be longer than \(Limits.text) bytes")
    }
    return left + right
  }

  private static func refusal(_ left: Value, _ operation: BinaryOperator, _ right: Value)
    -> Complaint
  {
    Complaint(
      "\(operation.rawValue) does not work between \(left.kind) and \(right.kind)",
      remedy: operation == .add
        ? "+ joins two texts or adds numbers and tensors" : "it takes numbers and tensors")
  }
}
