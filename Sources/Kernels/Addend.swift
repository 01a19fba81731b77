/// What is added to the sums of a product once they are complete: first a number for each column, then
/// one for each element; either may be missing.
package struct Addend {
  let bias: UnsafePointer<Float>?
  let elements: UnsafePointer<Float>?
  /// Elements from row to row.
  let rowStep: Int

  /// - Parameters:
  ///   - bias: [columns]
  ///   - elements: [rows, columns], dense and row-major
  package init(
    bias: UnsafePointer<Float>? = nil, elements: UnsafePointer<Float>? = nil, columns: Int
  ) {
    (self.bias, self.elements, rowStep) = (bias, elements, columns)
  }

  /// What is added from a row and a column on.
  func at(row: Int, column: Int) -> Addend {
    Addend(
      bias: bias.map { $0 + column }, elements: elements.map { $0 + row * rowStep + column },
      columns: rowStep)
  }
}
