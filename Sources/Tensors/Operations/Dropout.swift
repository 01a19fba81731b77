import Kernels

/// Where a dropout's random numbers are found: no state, so that a past step's can be had again.
package struct DropoutAddress: Sendable {
  package let stream: RandomStream
  package let step: Int
  /// Which dropout of the model it is.
  package let site: Int

  package init(stream: RandomStream, step: Int, site: Int) {
    self.stream = stream
    self.step = step
    self.site = site
  }
}

/// Sets a share of the elements to zero and scales the others up (Srivastava et al. 2014). The same
/// function carries the gradient back.
enum Dropout {
  static func apply(
    _ x: Tensor, rate: Float, address: DropoutAddress, pool: WorkerPool
  ) -> Tensor {
    let keep = 1 / (1 - rate)
    let threshold = UInt32(Double(rate) * 0x1p32)
    return Tensor(x.shape) { out in
      pool.forRanges((x.count + 3) / 4, grain: Grain.elements / 4) { range in
        for four in range {
          let words = address.stream.words(step: address.step, element: address.site << 40 | four)
          for lane in 0..<min(4, x.count - four * 4) {
            let index = four * 4 + lane
            out[index] = words[lane] < threshold ? 0 : x.pointer[index] * keep
          }
        }
      }
    }
  }
}
