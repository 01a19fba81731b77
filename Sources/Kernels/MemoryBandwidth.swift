/// How fast this machine reads memory that no cache holds: the ceiling for work that touches much
/// and computes little.
package enum MemoryBandwidth {
  /// Floats that are read: 256 MiB, more than the caches of most machines.
  private static let count = 1 << 26

  /// Bytes per second that all the pool's threads together read, in the best of `rounds` rounds.
  package static func bytesPerSecond(pool: WorkerPool, rounds: Int = 5) -> Double {
    let memory = UnsafeMutablePointer<Float>.allocate(capacity: count)
    defer { memory.deallocate() }
    // One owner for each part: written by the thread that is likely to read it.
    nonisolated(unsafe) let start = memory
    let tasks = pool.threadCount * 4
    let share = count / tasks
    pool.forEach(tasks) { (start + $0 * share).initialize(repeating: 1, count: share) }
    var sums = [Float](repeating: 0, count: tasks)
    let clock = ContinuousClock()
    var best = 0.0
    for _ in 0..<rounds {
      let elapsed = sums.withUnsafeMutableBufferPointer { sums in
        nonisolated(unsafe) let sums = sums
        return clock.measure {
          pool.forEach(tasks) { sums[$0] = sum(share, start + $0 * share) }
        }
      }
      best = max(best, Double(tasks * share * 4) / (elapsed / .seconds(1)))
    }
    precondition(sums.allSatisfy { $0 > 0 }, "nothing was read")
    return best
  }

  /// The sum of `count` floats in four independent groups of lanes, so that only memory limits it.
  @inline(never)
  private static func sum(_ count: Int, _ x: UnsafePointer<Float>) -> Float {
    var s0 = Lanes.zero, s1 = Lanes.zero, s2 = Lanes.zero, s3 = Lanes.zero
    for at in stride(from: 0, to: count & ~31, by: 32) {
      s0 += .load(x + at); s1 += .load(x + at + 8)
      s2 += .load(x + at + 16); s3 += .load(x + at + 24)
    }
    return ((s0 + s1) + (s2 + s3)).folded
  }
}
