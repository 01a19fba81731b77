extension Elementary {
  /// eˣ. Overflows to ∞ above 88.72, subnormal below −87.34, 0 below −103.98.
  ///
  /// At most 1.013 ulp, at 59.30604. The scale 2ⁿ is applied in two halves, either of which is a
  /// normal float, so that subnormal results are rounded once.
  @inline(__always)
  static func exp(_ x: Lanes) -> Lanes {
    let power = Power(x.atLeast(underflow).atMost(89), bias: 2 * 127)
    let half = power.scale &>> 1
    let first = Lanes(bits: half &<< 23)
    return first.addingProduct(power.rise, first) * Lanes(bits: (power.scale &- half) &<< 23)
  }

  /// eˣ for x ≤ 0: the bits of `exp` with fewer operations. e to the power of −∞ is 0 without
  /// passing through a subnormal, which would cost the processor a hundred cycles.
  @inline(__always)
  static func exp(notPositive x: Lanes) -> Lanes {
    let power = Power(x.atLeast(underflow), bias: 127 + 64)
    let scale = Lanes(bits: power.scale &<< 23)
    return scale.addingProduct(power.rise, scale) * 0x1p-64
  }

  /// eˣ for −87.3 ≤ x ≤ 88.3: the bits of `exp` with the fewest operations.
  @inline(__always)
  static func exp(moderate x: Lanes) -> Lanes {
    let power = Power(x, bias: 127)
    let scale = Lanes(bits: power.scale &<< 23)
    return scale.addingProduct(power.rise, scale)
  }

  /// −191·ln 2: so far below the smallest float that 2ⁿ·2⁶⁴ is an exact 0 too.
  private static var underflow: Float { -132.39 }
}

/// eˣ = 2ⁿ·(1 + rise): x = n·ln 2 + r with |r| ≤ ln 2 / 2, rise = eʳ − 1 by a polynomial.
private struct Power {
  /// n + bias in the low nine bits; the higher ones are to be shifted out.
  let scale: LaneBits
  let rise: Lanes

  @inline(__always)
  init(_ x: Lanes, bias: Float) {
    let shift = Elementary.roundingShift + bias
    let shifted = x.times(Lanes(repeating: 0x1.715476p0), plus: shift)
    let n = shifted - shift
    var r = x.addingProduct(n, Lanes(repeating: -Elementary.ln2High))
    r = r.addingProduct(n, Lanes(repeating: -Elementary.ln2Low))
    let square = r * r
    var p = Lanes(repeating: 0x1.6a4d6p-10)
    p = p.times(r, plus: 0x1.12398ep-7)
    p = p.times(r, plus: 0x1.5558bp-5)
    p = p.times(r, plus: 0x1.555492p-3)
    p = p.times(r, plus: 0x1.fffffcp-2)
    scale = shifted.bits
    rise = r.addingProduct(p, square)
  }
}
