/// Random numbers addressed by (seed, stream, step, element): no hidden state, so the dropout of
/// step 137 or the shuffle of epoch 3 can be had without playing what came before.
package struct RandomStream: Sendable, Equatable {
  package let seed: UInt64
  /// Which use the numbers are for; two streams of one seed never share a number.
  package let stream: UInt32

  package init(seed: UInt64, stream: UInt32) {
    self.seed = seed
    self.stream = stream
  }

  /// Four random words for `element` of `step`.
  package func words(step: Int, element: Int) -> SIMD4<UInt32> {
    let element = UInt64(element)
    let counter = SIMD4<UInt32>(
      UInt32(truncatingIfNeeded: element), UInt32(truncatingIfNeeded: element >> 32),
      UInt32(truncatingIfNeeded: step), stream)
    let key = SIMD2<UInt32>(
      UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    return Philox.block(counter: counter, key: key)
  }

  /// Uniform in [0, 1), a multiple of 2⁻²⁴.
  package func uniform(step: Int, element: Int) -> Float {
    Float(words(step: step, element: element)[0] >> 8) * 0x1p-24
  }

  /// Uniform in 0..<`bound`; biased by less than `bound` / 2⁶⁴.
  package func index(below bound: Int, step: Int, element: Int) -> Int {
    precondition(bound > 0, "an index needs at least one choice")
    let words = words(step: step, element: element)
    let wide = UInt64(words[1]) << 32 | UInt64(words[0])
    return Int(wide.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
