import Tensors

extension Value {
  /// The axis names of a tensor made from a list; they give way to any other name.
  static let listAxes = ["item", "row"]

  /// The tensor that arithmetic sees: a number has no axes, a list of numbers one, a list of equal
  /// lists one more. Throws a `Complaint` for texts, truths and uneven lists.
  func tensorValue() throws -> LabelledTensor {
    switch self {
    case .tensor(let labelled): return labelled
    case .number(let number): return LabelledTensor(Tensor(scalar: Float(number)))
    case .list(let items): return try Self.tensor(of: items)
    case .text, .truth:
      throw Complaint("\(kind) cannot be calculated with")
    }
  }

  private static func tensor(of items: [Value]) throws -> LabelledTensor {
    let parts = try items.map { try $0.tensorValue().tensor }
    guard let first = parts.first else {
      return LabelledTensor(Tensor(Shape(["item": 0]), []))
    }
    guard parts.allSatisfy({ $0.shape.sizes == first.shape.sizes }) else {
      throw Complaint(
        "the lists in this list differ in length", remedy: "a tensor's rows are equally long")
    }
    let name = first.shape.rank == 0 ? "item" : "row"
    let axes = [Axis(name, parts.count)] + first.shape.axes
    return LabelledTensor(Tensor(Shape(axes), parts.flatMap(\.values)))
  }

  /// The whole number that an index or a count is. Throws a `Complaint` otherwise.
  func wholeNumber() throws -> Int {
    switch self {
    case .number(let number):
      guard let whole = Int(exactly: number) else {
        throw Complaint("\(NumberFormat.exact(number)) is not a whole number")
      }
      return whole
    case .tensor(let labelled) where labelled.shape.rank == 0:
      guard let whole = Int(exactly: labelled.tensor.scalar) else {
        throw Complaint("\(NumberFormat.exact(labelled.tensor.scalar)) is not a whole number")
      }
      return whole
    default: throw Complaint("a whole number is needed here, not \(kind)")
    }
  }

  /// The truth that `and`, `or`, `not` and a check need. Throws a `Complaint` otherwise.
  package func truthValue() throws -> Bool {
    switch self {
    case .truth(let truth): return truth
    case .tensor(let labelled) where labelled.shape.rank > 0:
      throw Complaint(
        "\(kind) is neither true nor false", remedy: "ask all(x), any(x) or allclose(x, y)")
    default:
      throw Complaint("\(kind) is neither true nor false", remedy: "compare it: x == 3, x > 0")
    }
  }
}
