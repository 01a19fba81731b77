/// Sums over one row: eight lanes, the lane of a term depending on its index alone.
package enum LaneSum {
  @inline(__always)
  package static func values(_ size: Int, _ x: UnsafePointer<Float>) -> Float {
    var sums = Lanes.zero
    let whole = size & ~7
    for at in stride(from: 0, to: whole, by: 8) { sums += Lanes.load(x + at) }
    if whole < size { sums += Lanes.load(x + whole, first: size - whole, filler: 0) }
    return sums.folded
  }

  /// Σ x·y, the products fused into the lanes.
  @inline(__always)
  package static func products(
    _ size: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>
  ) -> Float {
    var sums = Lanes.zero
    let whole = size & ~7
    for at in stride(from: 0, to: whole, by: 8) {
      sums = sums.addingProduct(Lanes.load(x + at), Lanes.load(y + at))
    }
    if whole < size {
      let rest = size - whole
      sums = sums.addingProduct(
        Lanes.load(x + whole, first: rest, filler: 0), Lanes.load(y + whole, first: rest, filler: 0)
      )
    }
    return sums.folded
  }
}
