/// A model's parameters: how many numbers lie where.
struct ParameterTable: Report {
  let parameters: [TensorName]
  let total: Int

  init(_ names: [TensorName]) {
    parameters = names.filter { $0.kind == .parameter }
    total = parameters.reduce(0) { $0 + $1.shape.count }
  }

  func text(on page: Page) -> String {
    guard total > 0 else { return "there is no model on the desk, so there are no parameters" }
    var table = TextTable([
      .init("parameter", cutsStart: true), .init("shape"), .init("numbers", .right),
      .init("share", .right),
    ])
    for entry in parameters {
      table.add([
        entry.name, entry.shape.description, NumberFormat.grouped(entry.shape.count),
        NumberFormat.percent(Double(entry.shape.count) / Double(total)),
      ])
    }
    table.add(["total", "", NumberFormat.grouped(total), NumberFormat.percent(1)])
    return table.text(width: page.width)
  }
}
