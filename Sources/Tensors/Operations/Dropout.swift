import Kernels

/// Where a dropout's random numbers are found: no state, so that a past step's can be had again.
package struct DropoutAddress: Sendable {
  package let stream: RandomStream
  package let step: Int
  /// Which dropout of the model it is.
  package let site: Int
  /// Which sequence of the step the tensor begins with.
  package let firstSequence: Int

  package init(stream: RandomStream, step: Int, site: Int, firstSequence: Int = 0) {
    self.stream = stream
    self.step = step
    self.site = site
    self.firstSequence = firstSequence
  }
}

/// Sets a share of the elements to zero and scales the others up (Srivastava et al. 2014). The same
/// function carries the gradient back.
enum Dropout {
  /// x[B, …]; element i of the step draws word i mod 4 of the four words at i / 4.
  static func apply(
    _ x: Tensor, rate: Float, address: DropoutAddress, on engine: Engine
  ) -> Tensor {
    let keep = 1 / (1 - rate)
    let threshold = UInt32(Double(rate) * 0x1p32)
    let start = address.firstSequence * (x.count / max(1, x.shape.sizes.first ?? 1))
    return engine.tensor(x.shape) { out in
      engine.pool.forRanges(x.count, grain: Grain.elements) { range in
        var words = SIMD4<UInt32>.zero
        for index in range {
          let place = start + index
          if index == range.lowerBound || place & 3 == 0 {
            words = address.stream.words(
              step: address.step, element: address.site << 40 | place >> 2)
          }
          out[index] = words[place & 3] < threshold ? 0 : x.pointer[index] * keep
        }
      }
    }
  }
}
