/// Loops over elements that do not look at each other.
package enum Pointwise {
  /// How many of the eight lanes at a place are inside the row.
  struct Reach {
    let count: Int

    @inline(__always)
    func load(_ pointer: UnsafePointer<Float>, filler: Float = 0) -> Lanes {
      count == 8 ? .load(pointer) : .load(pointer, first: count, filler: filler)
    }

    @inline(__always)
    func store(_ lanes: Lanes, _ pointer: UnsafeMutablePointer<Float>) {
      if count == 8 { lanes.store(pointer) } else { lanes.store(pointer, first: count) }
    }
  }

  /// For each group of eight places: computes `body` and hands it to `store`.
  @inline(__always)
  static func map(
    _ size: Int, _ body: (Int, Reach) -> Lanes, into store: (Int, Reach, Lanes) -> Void
  ) {
    let whole = size & ~7
    let full = Reach(count: 8)
    for at in stride(from: 0, to: whole, by: 8) { store(at, full, body(at, full)) }
    if whole < size {
      let rest = Reach(count: size - whole)
      store(whole, rest, body(whole, rest))
    }
  }

  /// out = f(x), for one pointer.
  @inline(__always)
  static func unary(
    _ size: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>,
    _ f: (Lanes) -> Lanes
  ) {
    map(size) {
      f($1.load(x + $0))
    } into: {
      $1.store($2, out + $0)
    }
  }

  /// out = f(x, y).
  @inline(__always)
  static func binary(
    _ size: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>,
    into out: UnsafeMutablePointer<Float>, _ f: (Lanes, Lanes) -> Lanes
  ) {
    map(size) {
      f($1.load(x + $0), $1.load(y + $0))
    } into: {
      $1.store($2, out + $0)
    }
  }

  package static func add(
    _ size: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>,
    into out: UnsafeMutablePointer<Float>
  ) {
    binary(size, x, y, into: out) { $0 + $1 }
  }

  package static func multiply(
    _ size: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>,
    into out: UnsafeMutablePointer<Float>
  ) {
    binary(size, x, y, into: out) { $0 * $1 }
  }

  package static func scale(
    _ size: Int, _ x: UnsafePointer<Float>, by factor: Float, into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { $0 * factor }
  }

  package static func divide(
    _ size: Int, _ x: UnsafePointer<Float>, by divisor: Float,
    into out: UnsafeMutablePointer<Float>
  ) {
    unary(size, x, into: out) { $0 / divisor }
  }
}
