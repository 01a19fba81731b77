/// Asks the caches for the line at `address`, which will soon be read or written; any address will do.
@inline(__always)
func prefetch(_ address: UnsafePointer<Float>) {
  // For reading (the x86-64 levels that are built know no other), into every cache, data.
  prefetch(address, 0, 3, 1)
}

/// Asks the second cache, as `prefetch(_:)` the first.
@inline(__always)
func prefetchFar(_ address: UnsafePointer<Float>) { prefetch(address, 0, 2, 1) }

extension MatrixView {
  /// Asks the second cache for `rows` rows of `columns` floats that lie side by side; they will soon be
  /// read.
  package func prefetch(rows: Int, columns: Int) {
    for row in 0..<rows {
      let start = at(row: row, column: 0)
      for column in stride(from: 0, to: columns, by: 16) { prefetchFar(start + column) }
    }
  }
}

/// The compiler's own, which becomes one instruction; no module declares it.
@_silgen_name("llvm.prefetch.p0")
private func prefetch(
  _ address: UnsafeRawPointer, _ isWrite: Int32, _ locality: Int32, _ isData: Int32)
