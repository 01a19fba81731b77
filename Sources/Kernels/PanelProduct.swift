/// The product of two packed panels of the same terms, added to their part of c.
struct PanelProduct {
  let left: Panel
  let right: Panel
  let packedLeft: UnsafePointer<Float>
  let packedRight: UnsafePointer<Float>
  /// The whole result, `rowStride` elements from row to row.
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  /// Whether the chains go on from what c holds.
  let continues: Bool

  /// Some tiles of rows against one strip of columns, a block of terms after the other: the strip
  /// stays in the first cache.
  func multiply(tiles: Range<Int>, strip: Int) {
    let columns = right.outputs(of: strip)
    var goesOn = continues
    right.forEachBlock { block in
      let b = packedRight + right.place(of: strip, block)
      for tile in tiles {
        let rows = left.outputs(of: tile)
        let corner = Corner(
          c: c + rows.lowerBound * rowStride + columns.lowerBound, rowStride: rowStride,
          height: rows.count, width: columns.count)
        corner.add(
          depth: block.count, a: packedLeft + left.place(of: tile, block), b: b, continues: goesOn)
      }
      goesOn = true
    }
  }
}

/// Where a tile of outputs lies, possibly over the edge of the matrix.
private struct Corner {
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  let height: Int
  let width: Int

  /// Adds a block of terms; a tile over the edge is computed aside and its inside copied.
  @inline(__always)
  func add(depth: Int, a: UnsafePointer<Float>, b: UnsafePointer<Float>, continues: Bool) {
    if height == Tile.rows && width == Tile.columns {
      Tile.multiply(depth: depth, a: a, b: b, c: c, rowStride: rowStride, continues: continues)
    } else {
      addAside(depth: depth, a: a, b: b, continues: continues)
    }
  }

  private func addAside(
    depth: Int, a: UnsafePointer<Float>, b: UnsafePointer<Float>, continues: Bool
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Tile.rows * Tile.columns) {
      guard let edge = $0.baseAddress else { return }
      if continues { copy(from: c, rowStride, to: edge, Tile.columns) }
      Tile.multiply(
        depth: depth, a: a, b: b, c: edge, rowStride: Tile.columns, continues: continues)
      copy(from: edge, Tile.columns, to: c, rowStride)
    }
  }

  private func copy(
    from source: UnsafePointer<Float>, _ sourceStride: Int,
    to target: UnsafeMutablePointer<Float>, _ targetStride: Int
  ) {
    for row in 0..<height {
      (target + row * targetStride).update(from: source + row * sourceStride, count: width)
    }
  }
}
