#if SCALAR_KERNELS
  extension Eight<Float> {
    @inline(__always)
    static func + (x: Self, y: Self) -> Self { Self { x[$0] + y[$0] } }
    @inline(__always)
    static func + (x: Self, y: Float) -> Self { Self { x[$0] + y } }
    @inline(__always)
    static func + (x: Float, y: Self) -> Self { Self { x + y[$0] } }
    @inline(__always)
    static func += (x: inout Self, y: Self) { x = x + y }

    @inline(__always)
    static func - (x: Self, y: Self) -> Self { Self { x[$0] - y[$0] } }
    @inline(__always)
    static func - (x: Self, y: Float) -> Self { Self { x[$0] - y } }
    @inline(__always)
    static func - (x: Float, y: Self) -> Self { Self { x - y[$0] } }

    @inline(__always)
    static func * (x: Self, y: Self) -> Self { Self { x[$0] * y[$0] } }
    @inline(__always)
    static func * (x: Self, y: Float) -> Self { Self { x[$0] * y } }
    @inline(__always)
    static func * (x: Float, y: Self) -> Self { Self { x * y[$0] } }

    @inline(__always)
    static func / (x: Self, y: Self) -> Self { Self { x[$0] / y[$0] } }
    @inline(__always)
    static func / (x: Self, y: Float) -> Self { Self { x[$0] / y } }
    @inline(__always)
    static func / (x: Float, y: Self) -> Self { Self { x / y[$0] } }

    @inline(__always)
    static func .< (x: Self, y: Self) -> Eight<Bool> { Eight<Bool> { x[$0] < y[$0] } }
    @inline(__always)
    static func .< (x: Self, y: Float) -> Eight<Bool> { Eight<Bool> { x[$0] < y } }
    @inline(__always)
    static func .> (x: Self, y: Self) -> Eight<Bool> { Eight<Bool> { x[$0] > y[$0] } }
    @inline(__always)
    static func .> (x: Self, y: Float) -> Eight<Bool> { Eight<Bool> { x[$0] > y } }
    @inline(__always)
    static func .== (x: Self, y: Float) -> Eight<Bool> { Eight<Bool> { x[$0] == y } }
    @inline(__always)
    static func .!= (x: Self, y: Self) -> Eight<Bool> { Eight<Bool> { x[$0] != y[$0] } }
  }

  extension Eight<UInt32> {
    @inline(__always)
    static func &+ (x: Self, y: UInt32) -> Self { Self { x[$0] &+ y } }
    @inline(__always)
    static func &- (x: Self, y: Self) -> Self { Self { x[$0] &- y[$0] } }
    @inline(__always)
    static func &- (x: Self, y: UInt32) -> Self { Self { x[$0] &- y } }
    @inline(__always)
    static func &<< (x: Self, y: UInt32) -> Self { Self { x[$0] &<< y } }
    @inline(__always)
    static func &>> (x: Self, y: UInt32) -> Self { Self { x[$0] &>> y } }
    @inline(__always)
    static func & (x: Self, y: UInt32) -> Self { Self { x[$0] & y } }
    @inline(__always)
    static func ^ (x: Self, y: UInt32) -> Self { Self { x[$0] ^ y } }
    @inline(__always)
    static func | (x: Self, y: Self) -> Self { Self { x[$0] | y[$0] } }
  }
#endif
