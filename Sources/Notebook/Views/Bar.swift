/// A horizontal bar of block characters, exact to an eighth of a column.
package enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The share of `width` columns, without blanks behind; anything above 0 shows at least an eighth.
  package static func text(share: Double, width: Int) -> String {
    guard share > 0, width > 0 else { return "" }
    let parts = min(max(Int((share * Double(width) * 8).rounded()), 1), width * 8)
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }
}
