import Text

/// The merges that were made, and what each did to the text.
struct MergeReport: Report {
  struct Start: Encodable {
    let source: String
    let documents: Int
    let bytes: Int
  }
  /// What a new trainer learns from; nil when it went on.
  let start: Start?
  /// The text before the first of the merges.
  let example: [LabelledToken]
  let steps: [MergeStep]
  /// The tokens there are now.
  let vocabulary: Int
  let isFinished: Bool

  /// Of more merges than this only the last few are shown; `--json` has them all.
  private static let mostShown = 8
  private static let lastShown = 3

  func text(on page: Page) -> String {
    let isShort = steps.count > Self.mostShown
    let shown = isShort ? Array(steps.suffix(Self.lastShown)) : steps
    let labels = shown.map { "merge \($0.index + 1)" }
    let indent = (labels.map(\.count).max() ?? 4) + 2
    let margin = String(repeating: " ", count: indent)
    func tokens(_ label: String, _ tokens: [LabelledToken]) -> String {
      WrappedList.text(label, tokens: tokens.map(\.label), indent: indent, width: page.width)
    }
    var lines: [String] = []
    if let start {
      lines.append(
        "from".padded(to: indent) + "\(start.source): "
          + "\(NumberFormat.counted(start.documents, "document")),"
          + " \(NumberFormat.counted(start.bytes, "byte"))")
    }
    lines.append(tokens("text", example))
    if isShort {
      lines.append("…".padded(to: indent) + "\(steps.count - shown.count) merges, then")
    }
    for (label, step) in zip(labels, shown) {
      lines.append(
        label.padded(to: indent)
          + "\(step.left.label) + \(step.right.label) → \(step.token.label)"
          + "  (\(NumberFormat.counted(step.count, "time")); the new token is \(step.token.id))")
      lines.append(
        step.before == step.after && !isShort
          ? margin + "no such pair in the text" : tokens("", step.after))
    }
    if isFinished {
      lines.append(
        "No pair occurs twice any more: \(NumberFormat.grouped(vocabulary)) tokens are all.")
    }
    return lines.joined(separator: "\n")
  }
}
