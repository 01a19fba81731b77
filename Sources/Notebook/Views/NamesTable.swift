/// Names with their shapes and kinds.
struct NamesTable: Report {
  let names: [TensorName]

  func text(on page: Page) -> String {
    guard !names.isEmpty else {
      return "there are no tensors yet: a model brings them, and so does x = [1, 2, 3] + 0"
    }
    var table = TextTable([.init("name"), .init("shape"), .init("kind")])
    for entry in names {
      table.add([
        entry.name, entry.shape.rank == 0 ? "number" : entry.shape.description, entry.kind.rawValue,
      ])
    }
    return table.text(width: page.width)
  }
}
