/// Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy
/// as 1, 2, 3" (SC 2011). A number is a pure function of its address, so any of them can be had
/// without making the ones before it.
package enum Philox {
  /// Ten rounds over a 128-bit `counter` with a 64-bit `key`. Returns four independent words.
  package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (a, b, c, d) = (counter[0], counter[1], counter[2], counter[3])
    var (even, odd) = (key[0], key[1])
    for _ in 0..<10 {
      let left = UInt32(0xD251_1F53).multipliedFullWidth(by: a)
      let right = UInt32(0xCD9E_8D57).multipliedFullWidth(by: c)
      (a, b, c, d) = (right.high ^ b ^ even, right.low, left.high ^ d ^ odd, left.low)
      even &+= 0x9E37_79B9
      odd &+= 0xBB67_AE85
    }
    return SIMD4(a, b, c, d)
  }
}
