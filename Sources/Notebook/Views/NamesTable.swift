import Tensors

/// Names with their shapes and kinds.
struct NamesTable: Report {
  let names: [TensorName]

  func text(on page: Page) -> String {
    guard !names.isEmpty else {
      return "there are no tensors yet: a model brings them, and so does x = [1, 2, 3] + 0"
    }
    let isNarrow = names.contains { entry in
      displayWidth(of: entry.name) + displayWidth(of: Self.shape(entry.shape, isShort: false)) + 14
        > page.width
    }
    var table = TextTable([.init("name", cutsStart: true), .init("kind"), .init("shape")])
    for entry in names {
      table.add([entry.name, entry.kind.rawValue, Self.shape(entry.shape, isShort: isNarrow)])
    }
    return table.text(width: page.width)
  }

  /// Axes by name and size; only the sizes where there is no room.
  private static func shape(_ shape: Shape, isShort: Bool) -> String {
    guard shape.rank > 0 else { return "number" }
    return isShort ? shape.sizes.map(String.init).joined(separator: " × ") : shape.description
  }
}
