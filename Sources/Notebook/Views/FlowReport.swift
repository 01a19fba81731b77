import Tensors

/// The tree of a pass, as far down as it was asked for.
struct FlowReport: Report {
  let tree: FlowTree
  let depth: Int
  /// The name of the step to mark.
  let current: String?

  private enum CodingKeys: String, CodingKey { case current, pass }

  private struct Line {
    let branch: String
    let node: FlowTree.Node
    let isCurrent: Bool
  }

  func text(on page: Page) -> String {
    let lines = lines(of: tree.root, prefix: "", level: 0, branch: "")
    let named = table(lines, on: page) { $0.description }
    if named.fits(width: page.width) { return named.text(width: page.width) }
    return table(lines, on: page) { $0.sizes.map(String.init).joined(separator: "×") }
      .text(width: page.width)
  }

  private func table(_ lines: [Line], on page: Page, _ shape: (Shape) -> String) -> TextTable {
    var table = TextTable([
      .init("step"), .init("shape"), .init("time", .right), .init("share", .right), .init(""),
    ])
    let total = tree.root.seconds
    for line in lines {
      let seconds = Varying(line.node.seconds) {
        NumberFormat.short(Float($0 * 1e6), digits: 3) + " µs"
      }
      let share = Varying(total > 0 ? line.node.seconds / total : 0) { NumberFormat.percent($0) }
      table.add([
        line.branch + line.node.title, line.node.shape.map(shape) ?? "",
        seconds.text(on: page), share.text(on: page), line.isCurrent ? "◀" : "",
      ])
    }
    return table
  }

  /// The current step is marked where it is shown, or else what holds it.
  private func lines(
    of node: FlowTree.Node, prefix: String, level: Int, branch: String
  ) -> [Line] {
    let children = level < depth ? node.children : []
    let isShownBelow = children.contains(where: holdsCurrent)
    let own = Line(
      branch: branch, node: node, isCurrent: !isShownBelow && level > 0 && holdsCurrent(node))
    return [own]
      + children.enumerated().flatMap { index, child in
        let isLast = index == children.count - 1
        return lines(
          of: child, prefix: prefix + (isLast ? "  " : "│ "), level: level + 1,
          branch: prefix + (isLast ? "└ " : "├ "))
      }
  }

  private func holdsCurrent(_ node: FlowTree.Node) -> Bool {
    current == node.name || (current?.hasPrefix(node.name + ".") ?? false)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(current, forKey: .current)
    try container.encode(tree, forKey: .pass)
  }
}
