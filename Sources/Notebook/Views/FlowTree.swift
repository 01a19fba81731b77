import Tensors

/// The steps of a pass by their dotted names, `blocks.N` being one level.
struct FlowTree: Encodable {
  struct Node: Encodable {
    /// The last part of the name: `attn` of `blocks.0.attn`.
    let title: String
    let name: String
    /// nil for what only holds other steps.
    var shape: Shape?
    var seconds = 0.0
    var children: [Node] = []

    private enum CodingKeys: String, CodingKey { case name, axes, sizes, seconds, steps }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encodeIfPresent(shape?.names, forKey: .axes)
      try container.encodeIfPresent(shape?.sizes, forKey: .sizes)
      try container.encode(seconds, forKey: .seconds)
      if !children.isEmpty { try container.encode(children, forKey: .steps) }
    }
  }

  private(set) var root = Node(title: "forward", name: "")

  /// Adds the next step; its time counts for all that hold it.
  mutating func add(_ name: String, _ shape: Shape, seconds: Double) {
    var parts = name.split(separator: ".").map(String.init)
    if parts.count > 1, parts[0] == "blocks" { parts[0...1] = ["blocks." + parts[1]] }
    Self.add(parts[...], behind: "", shape, seconds, to: &root)
  }

  private static func add(
    _ parts: ArraySlice<String>, behind prefix: String, _ shape: Shape, _ seconds: Double,
    to node: inout Node
  ) {
    node.seconds += seconds
    guard let title = parts.first else {
      node.shape = shape
      return
    }
    let name = prefix.isEmpty ? title : prefix + "." + title
    if node.children.last?.name != name {
      node.children.append(Node(title: title, name: name))
    }
    add(
      parts.dropFirst(), behind: name, shape, seconds,
      to: &node.children[node.children.count - 1])
  }

  func encode(to encoder: any Encoder) throws { try root.encode(to: encoder) }
}
