/// Labels written downwards above columns of cells.
enum LabelColumns {
  /// Lines of at most `labels.count * cellWidth` columns; the labels end in the last one. No letter
  /// is wider than a cell.
  static func lines(of labels: [String], cellWidth: Int) -> [String] {
    let letters = labels.map(Array.init)
    let height = letters.map(\.count).max() ?? 0
    return (0..<height).map { line in
      letters.map { label in
        let missing = height - label.count
        let letter = line >= missing ? String(label[line - missing]) : ""
        return letter.padded(to: cellWidth)
      }.joined()
    }
  }
}
