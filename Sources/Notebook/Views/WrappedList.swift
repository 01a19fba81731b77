/// A label and a list behind it, continued under itself where it is wider than the page:
///
///     tokens  the|·ferry|·leaves|
///             ·at|·noon
enum WrappedList {
  /// `items` joined by `separator` behind `label`, which is filled up to `indent` columns. A line ends
  /// behind a separator, so that the lines, joined, are the list. An item wider than the page stands
  /// on a line of its own. Nothing is shown as `–`.
  static func text(
    _ label: String, _ items: [String], separator: String, indent: Int, width: Int
  ) -> String {
    guard !items.isEmpty else { return label.padded(to: indent) + "–" }
    var lines: [String] = []
    var line = ""
    for (index, item) in items.enumerated() {
      let part = index + 1 < items.count ? item + separator : item
      let isFull = indent + displayWidth(of: line + part.trimmingTrailingBlanks) > width
      if isFull, !line.isEmpty {
        lines.append(line)
        line = ""
      }
      line += part
    }
    lines.append(line)
    let margin = String(repeating: " ", count: indent)
    return label.padded(to: indent)
      + lines.map(\.trimmingTrailingBlanks).joined(separator: "\n" + margin)
  }

  /// Tokens between bars, as everywhere in the notebook.
  static func text(_ label: String, tokens: [String], indent: Int, width: Int) -> String {
    text(label, tokens, separator: "|", indent: indent, width: width)
  }
}
