extension Elementary {
  /// sin x for every finite x, the angle reduced exactly however large it is; NaN for ±∞. ±0 keeps
  /// its sign.
  ///
  /// At most 0.5 ulp: rounded right. In double precision, each lane by itself.
  @inline(__always)
  static func sin(_ x: Lanes) -> Lanes { x.mapped { Quarters($0).sineAndCosine.sine } }

  /// cos x for every finite x; NaN for ±∞.
  ///
  /// At most 0.5 ulp: rounded right. In double precision, each lane by itself.
  @inline(__always)
  static func cos(_ x: Lanes) -> Lanes { x.mapped { Quarters($0).sineAndCosine.cosine } }
}

/// An angle as whole quarter turns and a rest: x = count·π/2 + rest, |rest| ≤ π/4.
private struct Quarters {
  let count: Int
  let rest: Double

  var sineAndCosine: (sine: Float, cosine: Float) {
    Trigonometry.sineAndCosine(quarters: count, rest: rest)
  }

  /// The reduction of Payne and Hanek ("Radian reduction for trigonometric functions", SIGNUM
  /// 1983): of x·2/π, as an integer times a stretch of the digits of 2/π, only the part below four
  /// quarter turns is ever computed. The rest is exact to 2⁻³⁸ of itself or better.
  init(_ x: Float) {
    let size = x.magnitude
    guard size >= 0.785 else {
      (count, rest) = (0, Double(x))
      return
    }
    guard size.isFinite else {
      (count, rest) = (0, .nan)
      return
    }
    // size = digits·2ᵉ; of 2/π, bits of a weight up to 2^(1 − e) make whole turns.
    let digits = UInt64(size.significandBitPattern | 0x0080_0000)
    let start = Int(size.exponentBitPattern) - 150 + 30
    let (word, shift) = (start / 64, UInt64(start % 64))
    func window(_ word: Int) -> UInt64 {
      Self.twoOverPi[word] << shift | Self.twoOverPi[word + 1] >> (64 - shift)
    }
    let low = digits.multipliedFullWidth(by: window(word + 1)).high
    // In 2⁻⁶² quarter turns; whole turns overflow.
    let quarters = digits &* window(word) &+ low
    let nearest = (quarters &+ 1 << 61) >> 62
    let part = Double(Int64(bitPattern: quarters &- nearest << 62)) * 0x1.921fb54442d18p-62
    count = Int(x < 0 ? 4 - nearest : nearest)
    rest = x < 0 ? -part : part
  }

  /// 2/π behind 32 zeros.
  private static let twoOverPi: [UInt64] = [
    0x0000_0000_a2f9_836e, 0x4e44_1529_fc27_57d1, 0xf534_ddc0_db62_9599, 0x3c43_9041_fe51_63ab,
    0xdebb_c561_b724_6e3a,
  ]
}
