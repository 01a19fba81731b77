/// Eight floats side by side. A row's terms are dealt to the lanes by index, and the lanes are
/// folded in one fixed tree, so a sum over a row has one value on every machine.
package typealias Lanes = SIMD8<Float>

extension Lanes {
  /// The eight floats at `pointer`, which need not be aligned.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }

  /// The first `count` floats at `pointer` (fewer than eight), the other lanes `filler`.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>, first count: Int, filler: Float) -> Lanes {
    var lanes = Lanes(repeating: filler)
    for lane in 0..<count { lanes[lane] = pointer[lane] }
    return lanes
  }

  @inline(__always)
  func store(_ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Lanes.self)
  }

  @inline(__always)
  func store(_ pointer: UnsafeMutablePointer<Float>, first count: Int) {
    for lane in 0..<count { pointer[lane] = self[lane] }
  }

  /// ((0+4)+(2+6)) + ((1+5)+(3+7)).
  @inline(__always)
  var folded: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  @inline(__always)
  var largest: Float {
    let four = pointwiseMax(lowHalf, highHalf)
    let two = pointwiseMax(four.lowHalf, four.highHalf)
    return two[0] > two[1] ? two[0] : two[1]
  }
}
