import Kernels
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
  @Test(arguments: [1, 2, 3, 7], [0, 1, 2, 5, 7, 8, 1000])
  func eachIndexRunsOnce(threads: Int, count: Int) {
    let visits = Mutex([Int](repeating: 0, count: count))
    WorkerPool(threadCount: threads).forEach(count) { index in visits.withLock { $0[index] += 1 } }
    #expect(visits.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  /// The first index waits, five seconds at most, for all others: also for those of its thread's own
  /// part, which another must take over.
  @Test func theRestOfASlowThreadsPartIsTakenOver() {
    let others = Atomic<Int>(0)
    let seen = Atomic<Int>(0)
    WorkerPool(threadCount: 2).forEach(100) { index in
      guard index == 0 else {
        others.add(1, ordering: .releasing)
        return
      }
      let limit = ContinuousClock.now + .seconds(5)
      while others.load(ordering: .acquiring) < 99 && ContinuousClock.now < limit {}
      seen.store(others.load(ordering: .acquiring), ordering: .relaxed)
    }
    #expect(seen.load(ordering: .relaxed) == 99)
  }
}
