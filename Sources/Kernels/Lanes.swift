#if !SCALAR_KERNELS
  /// Eight floats side by side. A row's terms are dealt to the lanes by index, and the lanes are
  /// folded in one fixed tree, so a sum over a row has one value on every machine.
  package typealias Lanes = SIMD8<Float>
  /// The bit patterns of eight floats.
  typealias LaneBits = SIMD8<UInt32>

  extension Lanes {
    /// The eight floats at `pointer`, which need not be aligned.
    @inline(__always)
    static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
      UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
    }

    @inline(__always)
    func store(_ pointer: UnsafeMutablePointer<Float>) {
      UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Lanes.self)
    }

    /// The floats with these bit patterns.
    @inline(__always)
    init(bits: LaneBits) { self = unsafeBitCast(bits, to: Lanes.self) }

    @inline(__always)
    var bits: LaneBits { unsafeBitCast(self, to: LaneBits.self) }

    /// ((0+4)+(2+6)) + ((1+5)+(3+7)).
    @inline(__always)
    var folded: Float {
      let four = lowHalf + highHalf
      let two = four.lowHalf + four.highHalf
      return two[0] + two[1]
    }

    /// The largest lane; none of them may be NaN.
    @inline(__always)
    var largest: Float {
      let four = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
      let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
      return two[0] > two[1] ? two[0] : two[1]
    }
  }
#endif

extension Lanes {
  /// The first `count` floats at `pointer` (fewer than eight), the other lanes `filler`.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>, first count: Int, filler: Float) -> Lanes {
    var lanes = Lanes(repeating: filler)
    for lane in 0..<count { lanes[lane] = pointer[lane] }
    return lanes
  }

  @inline(__always)
  func store(_ pointer: UnsafeMutablePointer<Float>, first count: Int) {
    for lane in 0..<count { pointer[lane] = self[lane] }
  }

  /// self·x + constant, fused: a step of Horner's rule.
  @inline(__always)
  func times(_ x: Lanes, plus constant: Float) -> Lanes {
    Lanes(repeating: constant).addingProduct(self, x)
  }

  /// No lane below `bound`; NaN stays NaN.
  @inline(__always)
  func atLeast(_ bound: Float) -> Lanes { replacing(with: bound, where: self .< bound) }

  /// No lane above `bound`; NaN stays NaN.
  @inline(__always)
  func atMost(_ bound: Float) -> Lanes { replacing(with: bound, where: self .> bound) }

  /// Each lane by itself.
  @inline(__always)
  func mapped(_ transform: (Float) -> Float) -> Lanes {
    var lanes = self
    for lane in 0..<8 { lanes[lane] = transform(self[lane]) }
    return lanes
  }

  /// −x; unlike SIMD's minus, which subtracts from 0, it turns 0 into −0.
  @inline(__always)
  var negated: Lanes { Lanes(bits: bits ^ 0x8000_0000) }

  /// |x|.
  @inline(__always)
  var sizes: Lanes { Lanes(bits: bits & 0x7fff_ffff) }

  /// The sizes of these lanes under the signs of others.
  @inline(__always)
  func signed(like others: Lanes) -> Lanes {
    Lanes(bits: (bits & 0x7fff_ffff) | (others.bits & 0x8000_0000))
  }
}
