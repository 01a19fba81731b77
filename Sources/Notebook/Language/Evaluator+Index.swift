import Tensors

extension Evaluator {
  /// `Out[3]`, a list's item or part, or a part of a tensor.
  func index(_ operand: Expression, _ selectors: [Expression.Selector], _ range: Range<Int>) throws
    -> Value
  {
    for list in ["Out", "In"] {
      if operand.form == .name(list), case .position(let number) = selectors[0] {
        return try cell(of: list, number, selectors, range)
      }
    }
    let value = try value(of: operand)
    switch value {
    case .tensor(let labelled):
      let selections = try selections(selectors, in: labelled.shape, range)
      return try placed(range) {
        .tensor(try labelled.selecting(selections, in: computation))
      }
    case .list where selectors.count > 1:
      let labelled = try placed(range) { try value.tensorValue() }
      let selections = try selections(selectors, in: labelled.shape, range)
      return try placed(range) { .tensor(try labelled.selecting(selections, in: computation)) }
    case .list(let items):
      let shape = Shape(["item": items.count])
      let selection = try selections(selectors, in: shape, range)[0]
      if case .position(let index) = selection { return items[index] }
      return try placed(range) {
        try Value.list(selection.indices.map { items[$0] }).checked(computation.limits)
      }
    case .number, .text, .truth:
      throw error(
        Complaint("\(value.kind) has no axes to index"), selectors[0].range)
    }
  }

  /// `Out[3]`, the value of a cell, or `In[3]`, its text.
  private func cell(
    of list: String, _ number: Expression, _ selectors: [Expression.Selector], _ range: Range<Int>
  ) throws -> Value {
    let value = try value(of: number)
    let cell = try placed(number.range) { try value.wholeNumber() }
    guard selectors.count == 1 else {
      throw error(
        Complaint("\(list) takes one number", remedy: "write \(list)[\(cell)][…] for a part of it"),
        range)
    }
    if let found = try scope.value(named: "\(list)[\(cell)]") { return found }
    guard list == "Out" else {
      throw error(
        Complaint("there was no cell \(cell)", remedy: "'%history' lists the cells"), range)
    }
    let known = scope.knownNames.filter { $0.hasPrefix("Out[") }
    throw error(
      Complaint(
        "cell \(cell) left no value",
        remedy: known.isEmpty
          ? "an expression's cell leaves one"
          : "there is " + known.suffix(5).joined(separator: ", ")
      ), range)
  }

  /// One selection for each axis of `shape`.
  func selections(
    _ selectors: [Expression.Selector], in shape: Shape, _ range: Range<Int>
  ) throws -> [AxisSelection] {
    let rests = selectors.filter(\.isRest)
    guard rests.count <= 1 else {
      throw error(Complaint("'...' can stand only once in an index"), rests[1].range)
    }
    let given = selectors.count - rests.count
    guard given <= shape.rank else {
      let extra = selectors.filter { !$0.isRest }[shape.rank].range
      throw error(
        Complaint(
          shape.rank == 0
            ? "a number has no axes to index"
            : "\(given) indices for \(shape), which has \(shape.rank)"
              + (shape.rank == 1 ? " axis" : " axes"),
          remedy: shape.rank == 0 ? nil : "give at most \(shape.rank)"), extra)
    }
    var selections: [AxisSelection] = []
    var hasEntries = false
    for selector in selectors {
      guard !selector.isRest else {
        selections += shape.axes[selections.count..<selections.count + shape.rank - given]
          .map { .all($0.size) }
        continue
      }
      selections.append(try selection(selector, shape.axes[selections.count]))
      if case .entries? = selections.last {
        guard !hasEntries else {
          throw error(
            Complaint(
              "only one index can be a list", remedy: "write x[[0, 1]][:, [2, 3]]"), selector.range)
        }
        hasEntries = true
      }
    }
    return selections + shape.axes.dropFirst(selections.count).map { .all($0.size) }
  }

  private func selection(_ selector: Expression.Selector, _ axis: Axis) throws -> AxisSelection {
    switch selector {
    case .rest: return .all(axis.size)
    case .position(let expression):
      let value = try value(of: expression)
      return try placed(expression.range) {
        if case .tensor(let mask) = value, mask.isMask {
          return try Self.entries(where: mask, axis)
        }
        if let list = try value.indexList() {
          return .entries(
            try list.tensor.values.map { try Self.checked($0.wholeNumber(), axis) }, list.frame)
        }
        return .position(try Self.checked(value.wholeNumber(), axis))
      }
    case .slice(let start, let stop, let step, let range):
      let step = try step.map { expression in
        let step = try whole(expression)
        guard step != 0 else { throw error(Complaint("a step of 0 gets nowhere"), range) }
        return step
      }
      return .slice(
        start: try start.map(whole), stop: try stop.map(whole), step: step ?? 1, size: axis.size)
    }
  }

  /// The entries of an axis at which a comparison along it holds. Throws a `Complaint` if the sizes differ.
  private static func entries(where mask: LabelledTensor, _ axis: Axis) throws -> AxisSelection {
    guard mask.shape.sizes == [axis.size] else {
      throw Complaint(
        "a comparison of \(mask.shape) cannot choose from axis \(axis.name), which has \(axis.size)"
          + (axis.size == 1 ? " entry" : " entries"),
        remedy: "compare along one axis, as in x[x[:, 0] > 2]")
    }
    let holds = mask.tensor.values
    let indices = holds.indices.filter { holds[$0] != 0 }
    return .entries(
      indices, AxisFrame(axes: [Axis("item", indices.count)], labels: [.numbered], rowAxis: nil))
  }

  /// An index counted from the front. Throws a `Complaint` if the axis has none such.
  private static func checked(_ index: Int, _ axis: Axis) throws -> Int {
    guard index >= -axis.size, index < axis.size else {
      throw Complaint(
        "index \(index) is outside axis \(axis.name), which has \(axis.size)"
          + (axis.size == 1 ? " entry" : " entries"),
        remedy: axis.size == 0
          ? nil : "use 0 to \(axis.size - 1), or -1 to -\(axis.size) counted from the end")
    }
    return index < 0 ? index + axis.size : index
  }

  private func whole(_ expression: Expression) throws -> Int {
    let value = try value(of: expression)
    return try placed(expression.range) { try value.wholeNumber() }
  }
}

extension Expression.Selector {
  fileprivate var isRest: Bool {
    if case .rest = self { return true }
    return false
  }
}
