/// A matrix somewhere in memory. Swapping the strides transposes it.
package struct MatrixView {
  package let pointer: UnsafePointer<Float>
  /// Elements from one row to the next, and from one column to the next.
  package let rowStride: Int
  package let columnStride: Int

  /// A dense row-major matrix with `columns` columns.
  package init(_ pointer: UnsafePointer<Float>, columns: Int) {
    self.init(pointer, rowStride: columns, columnStride: 1)
  }

  package init(_ pointer: UnsafePointer<Float>, rowStride: Int, columnStride: Int) {
    self.pointer = pointer
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  package var transposed: MatrixView {
    MatrixView(pointer, rowStride: columnStride, columnStride: rowStride)
  }

  func at(row: Int, column: Int) -> UnsafePointer<Float> {
    pointer + row * rowStride + column * columnStride
  }
}
