import Tensors

extension Arguments {
  /// The axes that a `rest` parameter spells: `2, 3`, `[2, 3]`, or with names, `query: 2, key: 3`.
  /// A nameless axis is called as a list's are. One size may be -1 where `allowsRest`.
  func axes(_ parameter: String, allowsRest: Bool = false) throws -> [(name: String?, size: Int)] {
    try blaming(parameter) {
      var items = rest
      if items.count == 1, items[0].key == nil, let list = try items[0].value.indexList() {
        items = list.tensor.values.map { Item(key: nil, value: .number(Double($0))) }
      }
      guard items.count <= Limits.rank else {
        throw Complaint("a tensor can have at most \(Limits.rank) axes, not \(items.count)")
      }
      return try items.map { item in
        let size = try item.value.wholeNumber()
        guard size >= 0 || (allowsRest && size == -1) else {
          throw Complaint("an axis cannot have the size \(size)")
        }
        return (item.key, size)
      }
    }
  }

  /// The shape that a `rest` parameter spells, checked against the cell's limits.
  func shape(_ parameter: String) throws -> Shape {
    let axes = try axes(parameter)
    return try blaming(parameter) {
      try computation.claim(axes.map(\.size))
      return Shape(
        axes.enumerated().map { index, axis in
          Axis(axis.name ?? Value.listAxis(index, of: axes.count), axis.size)
        })
    }
  }
}

extension Value {
  /// What the axes of a tensor are called that nobody named: rows, the last one items.
  static func listAxis(_ index: Int, of rank: Int) -> String { index == rank - 1 ? "item" : "row" }
}
