import Tensors

/// `==` and its kin.
enum Comparison {
  /// Texts and truths compare whole, and so do two lists. A tensor, or a list beside a number, is
  /// compared element by element, to 1 where it holds and 0 where not. Throws a `Complaint` for an order between
  /// things that have none.
  static func of(
    _ left: Value, _ comparison: BinaryOperator, _ right: Value, in computation: Computation
  ) throws -> Value {
    switch (left, right) {
    case (.number(let left), .number(let right)): return .truth(holds(left, comparison, right))
    case (.text(let left), .text(let right)): return .truth(holds(left, comparison, right))
    case (.number, .tensor), (.tensor, .number), (.tensor, .tensor):
      return try ofTensors(
        left.tensorValue(), comparison, right.tensorValue(), in: computation)
    case (.list(let items), .number), (.list(let items), .tensor), (.number, .list(let items)),
      (.tensor, .list(let items)):
      // A list that is no tensor has no order, and equals none.
      if !comparison.isOrder, (try? Value.list(items).tensorValue()) == nil {
        return .truth(comparison == .notEqual)
      }
      return try ofTensors(
        left.tensorValue(), comparison, right.tensorValue(), in: computation)
    default:
      guard !comparison.isOrder else {
        throw Complaint("\(left.kind) and \(right.kind) have no order for \(comparison.rawValue)")
      }
      return .truth(areEqual(left, right) == (comparison == .equal))
    }
  }

  private static func ofTensors(
    _ left: LabelledTensor, _ comparison: BinaryOperator, _ right: LabelledTensor,
    in computation: Computation
  ) throws -> Value {
    if left.shape.rank == 0, right.shape.rank == 0 {
      return .truth(holds(left.tensor.scalar, comparison, right.tensor.scalar))
    }
    var mask = try Broadcasting.elements(
      left, right, named: comparison.rawValue, in: computation
    ) { holds($0, comparison, $1) ? 1 : 0 }
    mask.isMask = true
    return .tensor(mask)
  }

  private static func holds<Item: Comparable>(
    _ left: Item, _ comparison: BinaryOperator, _ right: Item
  ) -> Bool {
    switch comparison {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: left == right
    default: left != right
    }
  }

  /// Whether two values are equal as wholes; a list equals a tensor of its sizes and elements.
  static func areEqual(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): return left == right
    case (.text(let left), .text(let right)): return left == right
    case (.truth(let left), .truth(let right)): return left == right
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy(areEqual)
    case (.text, _), (.truth, _), (_, .text), (_, .truth): return false
    default:
      guard let left = try? left.tensorValue(), let right = try? right.tensorValue() else {
        return false
      }
      return left.shape.sizes == right.shape.sizes && left.tensor.values == right.tensor.values
    }
  }
}

extension BinaryOperator {
  fileprivate var isOrder: Bool { isComparison && self != .equal && self != .notEqual }
}
