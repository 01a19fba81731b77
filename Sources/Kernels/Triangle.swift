/// Which part of a product is wanted or is not known to be 0, where rows and columns or terms are
/// positions in order: whole tiles outside are left out.
package enum Triangle {
  /// All of it.
  case whole
  /// Of row i the columns up to i + `offset`, and on to a multiple of eight; whether others are written is
  /// open.
  case columnsUpTo(offset: Int)
  /// Row i of a holds nothing but 0 after the term i + `offset`.
  case termsUpTo(offset: Int)
  /// Row i of a holds nothing but 0 before the term i − `offset`.
  case termsFrom(offset: Int)

  /// What is left of the columns of a product for these rows.
  func columns(_ all: Int, of rows: Range<Int>) -> Int {
    guard case .columnsUpTo(let offset) = self else { return all }
    return min(all, (rows.upperBound + offset + 7) & ~7)
  }

  /// What is left of the terms of a block for these rows.
  func terms(_ all: Range<Int>, of rows: Range<Int>) -> Range<Int> {
    switch self {
    case .whole, .columnsUpTo: all
    case .termsUpTo(let offset):
      all.clamped(to: all.lowerBound..<max(all.lowerBound, rows.upperBound + offset))
    case .termsFrom(let offset):
      all.clamped(to: min(rows.lowerBound - offset, all.upperBound)..<all.upperBound)
    }
  }
}
