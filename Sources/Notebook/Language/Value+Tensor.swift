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
    let numbers = items.compactMap { item -> Float? in
      if case .number(let number) = item { return Float(number) }
      return nil
    }
    if numbers.count == items.count {
      return LabelledTensor(Tensor(Shape(["item": items.count]), numbers))
    }
    let parts = try items.map { try $0.tensorValue().tensor }
    let first = parts[0]
    guard parts.allSatisfy({ $0.shape.sizes == first.shape.sizes }) else {
      throw Complaint(
        "the lists in this list differ in length", remedy: "a tensor's rows are equally long")
    }
    guard first.shape.rank < Limits.rank,
      first.shape.sizes.reduce(parts.count, *) <= Limits.stacked
    else {
      throw Complaint(
        "\(parts.count) times \(first.shape) are too many numbers for a list",
        remedy: "concat(…) joins large tensors")
    }
    let name = first.shape.rank == 0 ? "item" : "row"
    let axes = [Axis(name, parts.count)] + first.shape.axes
    return LabelledTensor(Tensor(Shape(axes), parts.flatMap(\.values)))
  }

  /// The tensor of indices that a list or a tensor with axes is; nil for anything else.
  func indexList() throws -> LabelledTensor? {
    switch self {
    case .list: return try tensorValue()
    case .tensor(let labelled): return labelled.shape.rank > 0 ? labelled : nil
    case .number, .text, .truth: return nil
    }
  }

  /// Throws a `Complaint` for a list with too many items, or that nests too deep.
  func checked(_ limits: Limits) throws -> Value {
    let (items, depth) = extent
    guard items <= limits.items else {
      throw Complaint(
        "a list can have \(NumberFormat.grouped(limits.items)) items, not"
          + " \(NumberFormat.grouped(items))")
    }
    guard depth <= Limits.listDepth else {
      throw Complaint("lists can nest \(Limits.listDepth) levels deep, no deeper")
    }
    return self
  }

  /// How many items there are in all lists of this one, and how deep they nest.
  private var extent: (items: Int, depth: Int) {
    guard case .list(let items) = self else { return (1, 0) }
    return items.reduce((0, 1)) { sum, item in
      let (count, depth) = item.extent
      return (sum.0 + count, max(sum.1, depth + 1))
    }
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
      return try labelled.tensor.scalar.wholeNumber()
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

extension Float {
  /// The whole number that this is. Throws a `Complaint` otherwise.
  func wholeNumber() throws -> Int {
    guard let whole = Int(exactly: self) else {
      throw Complaint("\(NumberFormat.exact(self)) is not a whole number")
    }
    return whole
  }
}
