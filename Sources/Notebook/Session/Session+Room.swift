import Tensors

extension Session {
  /// Whether variables and outputs may hold one more value. Throws an `ExpressionError` if they hold
  /// too many numbers then.
  func checkRoom(for value: Value, in cell: String) throws {
    var seen: Set<ObjectIdentifier> = []
    let kept =
      desk.variables.sorted { $0.key < $1.key }.map(\.value)
      + desk.outputs.sorted { $0.key < $1.key }.map(\.value)
    let count = (kept + [value]).reduce(0) { $0 + $1.elementCount(unlessIn: &seen) }
    guard count <= limits.kept else {
      throw ExpressionError(
        "variables and outputs would hold \(NumberFormat.grouped(count)) numbers; there is room for"
          + " \(NumberFormat.grouped(limits.kept))",
        remedy: "'%reset out' lets go of the outputs, '%reset' of the variables too", source: cell,
        range: 0..<max(cell.count, 1))
    }
  }
}

extension Value {
  /// Numbers in the memory that this value holds, leaving out what was counted before.
  fileprivate func elementCount(unlessIn seen: inout Set<ObjectIdentifier>) -> Int {
    switch self {
    case .number, .truth: return 1
    case .text(let text): return text.utf8.count / 4
    case .list(let items): return items.reduce(0) { $0 + $1.elementCount(unlessIn: &seen) }
    case .tensor(let labelled):
      let storage = labelled.tensor.storage
      return seen.insert(ObjectIdentifier(storage)).inserted ? storage.count : 0
    }
  }
}
