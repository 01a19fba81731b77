/// Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy
/// as 1, 2, 3" (SC 2011). A number is a pure function of its address, so any of them can be had
/// without making the ones before it.
package enum Philox {
  /// Ten rounds over a 128-bit `counter` with a 64-bit `key`. Returns four independent words.
  package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var counter = counter
    var key = key
    for _ in 0..<10 {
      let (high0, low0) = UInt32(0xD251_1F53).multipliedFullWidth(by: counter[0])
      let (high1, low1) = UInt32(0xCD9E_8D57).multipliedFullWidth(by: counter[2])
      counter = SIMD4(high1 ^ counter[1] ^ key[0], low1, high0 ^ counter[3] ^ key[1], low0)
      key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return counter
  }
}
