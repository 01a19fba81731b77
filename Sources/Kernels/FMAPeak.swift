/// How many fused multiply-adds this build can do at best: chains that never leave the registers.
/// The ceiling that products are compared with.
package enum FMAPeak {
  #if WIDE_KERNELS
    private typealias Vector = SIMD16<Float>
  #else
    private typealias Vector = SIMD8<Float>
  #endif
  /// Independent chains: more than a fused multiply-add's latency times how many begin in a cycle.
  private static let chains = 10

  /// Floating-point operations per second (a multiply-add is two) of all the pool's threads
  /// together, in the best of `rounds` rounds of about 40 ms.
  package static func flopsPerSecond(pool: WorkerPool, rounds: Int = 5) -> Double {
    let threads = pool.threadCount
    var links = 1 << 12
    var best = 0.0
    var sums = [Float](repeating: 0, count: threads)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      var elapsed = Duration.zero
      repeat {
        links *= elapsed == .zero ? 1 : 2
        elapsed = sums.withUnsafeMutableBufferPointer { sums in
          // One owner for each sum.
          nonisolated(unsafe) let sums = sums
          return clock.measure {
            pool.forEach(threads) { sums[$0] = run(links: links, start: Float($0)) }
          }
        }
      } while elapsed < .milliseconds(40)
      let work = 2 * threads * links * chains * Vector.scalarCount
      best = max(best, Double(work) / (elapsed / .seconds(1)))
    }
    return best
  }

  /// Ten chains of `links` fused multiply-adds each; the result depends on all of them.
  @inline(never)
  private static func run(links: Int, start: Float) -> Float {
    let factor = Vector(repeating: 0.5)
    let term = Vector(repeating: start)
    var c0 = term, c1 = term + 1, c2 = term + 2, c3 = term + 3, c4 = term + 4
    var c5 = term + 5, c6 = term + 6, c7 = term + 7, c8 = term + 8, c9 = term + 9
    for _ in 0..<links {
      c0 = term.addingProduct(c0, factor); c1 = term.addingProduct(c1, factor)
      c2 = term.addingProduct(c2, factor); c3 = term.addingProduct(c3, factor)
      c4 = term.addingProduct(c4, factor); c5 = term.addingProduct(c5, factor)
      c6 = term.addingProduct(c6, factor); c7 = term.addingProduct(c7, factor)
      c8 = term.addingProduct(c8, factor); c9 = term.addingProduct(c9, factor)
    }
    return ((c0 + c1) + (c2 + c3) + (c4 + c5) + ((c6 + c7) + (c8 + c9))).sum()
  }
}
