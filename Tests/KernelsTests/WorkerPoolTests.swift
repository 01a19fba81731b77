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

  /// Helpers come late to loops as short as these, or not at all.
  @Test(arguments: [2, 4]) func shortLoopsOneAfterTheOther(threads: Int) {
    let pool = WorkerPool(threadCount: threads)
    let rounds = Mutex([[Int]](repeating: [], count: 6))
    var expected = [[Int]](repeating: [], count: 6)
    for round in 0..<20_000 {
      let count = 2 + round % 5
      pool.forEach(count) { index in rounds.withLock { $0[index].append(round) } }
      for index in 0..<count { expected[index].append(round) }
    }
    #expect(rounds.withLock { $0 } == expected)
  }

  /// Each index of each of the loops, some of which have none or one.
  @Test(arguments: [1, 2, 3, 7], [[], [0], [1, 1], [5, 0, 1, 1000], [7, 2]])
  func eachIndexOfLoopsAtOnceRunsOnce(threads: Int, counts: [Int]) {
    let visits = Mutex(counts.map { [Int](repeating: 0, count: $0) })
    WorkerPool(threadCount: threads).run(
      counts.indices.map { loop in
        Loop(counts[loop]) { index in visits.withLock { $0[loop][index] += 1 } }
      })
    #expect(visits.withLock { $0 } == counts.map { [Int](repeating: 1, count: $0) })
  }

  /// Every loop finds what the one before it in its own sequence made, whole.
  @Test(arguments: [1, 2, 3, 7])
  func sequencesSideBySideKeepTheirOrder(threads: Int) {
    let (lengths, count) = ([3, 1, 0, 4], 20)
    let made = Mutex(lengths.map { _ in [Int](repeating: 0, count: count) })
    let disorders = Mutex(0)
    WorkerPool(threadCount: threads).run(
      sideBySide: lengths.indices.map { sequence in
        (0..<lengths[sequence]).map { place in
          Loop(count) { index in
            let before = made.withLock {
              $0[sequence][index] += 1
              return $0[sequence]
            }
            let isWhole = before.allSatisfy { $0 == place || $0 == place + 1 }
            if !isWhole { disorders.withLock { $0 += 1 } }
          }
        }
      })
    #expect(disorders.withLock { $0 } == 0)
    #expect(made.withLock { $0 } == lengths.map { [Int](repeating: $0, count: count) })
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
