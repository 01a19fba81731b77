import Tensors

/// `+ - * / ^` and the sign.
enum Arithmetic {
  /// Two numbers stay in double precision; what meets a tensor becomes single precision and goes
  /// element by element. Texts can be joined with `+`. Throws a `Complaint` otherwise.
  static func of(_ left: Value, _ operation: BinaryOperator, _ right: Value) throws -> Value {
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
      let (left, right) = (try left.tensorValue(), try right.tensorValue())
      if operation == .matrixProduct { return .tensor(try MatrixProduct.of(left, right)) }
      return .tensor(
        try Broadcasting.elements(
          left, right, named: operation.rawValue, function(operation)))
    }
  }

  static func negative(_ value: Value) throws -> Value {
    switch value {
    case .number(let number): return .number(-number)
    case .text, .truth: throw Complaint("\(value.kind) has no sign")
    default:
      let labelled = try value.tensorValue()
      return .tensor(labelled.mapped { -$0 })
    }
  }

  private static func function(_ operation: BinaryOperator) -> (Float, Float) -> Float {
    switch operation {
    case .add: { $0 + $1 }
    case .subtract: { $0 - $1 }
    case .multiply: { $0 * $1 }
    case .divide: { $0 / $1 }
    default: TensorMath.power
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
      if let whole = Int32(exactly: right) {
        return .number(TensorMath.power(left, whole: whole))
      }
      if right == 0.5 { return .number(left.squareRoot()) }
      return Value(Tensor(scalar: TensorMath.power(Float(left), Float(right))))
    }
  }

  /// The longest text that an expression may make, in characters of UTF-8.
  private static let textLimit = 1 << 20

  private static func joined(_ left: String, _ right: String) throws -> String {
    guard left.utf8.count + right.utf8.count <= textLimit else {
      throw Complaint("the joined text would be longer than \(textLimit) bytes")
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

extension LabelledTensor {
  /// `transform` of each element.
  func mapped(_ transform: (Float) -> Float) -> LabelledTensor {
    let source = tensor.pointer
    return replacing(
      Tensor(shape) { target in
        for index in 0..<shape.count { target[index] = transform(source[index]) }
      })
  }
}
