/// What is added to the sums of a product once they are complete: a number for each of its elements, or
/// one for each column.
package struct Addend {
  let pointer: UnsafePointer<Float>
  /// Elements from row to row; 0 where all rows are given the same.
  let rowStep: Int

  /// - Parameter elements: [rows, columns], dense and row-major
  package init(_ elements: UnsafePointer<Float>, columns: Int) {
    (pointer, rowStep) = (elements, columns)
  }

  /// - Parameter bias: [columns]
  package init(bias: UnsafePointer<Float>) { (pointer, rowStep) = (bias, 0) }

  func at(row: Int, column: Int) -> UnsafePointer<Float> { pointer + row * rowStep + column }
}
