import Foundation
import Synchronization

/// A fixed number of threads that share loops. Which thread runs which index never changes a bit:
/// every index owns its outputs.
package final class WorkerPool: @unchecked Sendable {
  /// Of memory, in bytes: a cache line.
  static let alignment = 64

  package let threadCount: Int
  private let job: Job
  /// Callers from several threads take turns.
  private let turn = NSLock()

  /// `threadCount` includes the calling thread; 1 means no other threads at all.
  package init(threadCount: Int) {
    precondition(threadCount >= 1, "a pool needs at least the calling thread")
    self.threadCount = threadCount
    let job = Job(threads: threadCount)
    self.job = job
    for thread in 1..<threadCount {
      let thread = Thread { job.serve(thread) }
      thread.stackSize = 1 << 20
      thread.start()
    }
  }

  deinit { job.stop() }

  /// Calls `body` once for each index in 0..<`count`, on any thread, in any order, and returns when
  /// all are done. Must not be called from inside a `body`.
  package func forEach(_ count: Int, _ body: @escaping (Int) -> Void) {
    if threadCount == 1 || count <= 1 {
      for index in 0..<count { body(index) }
    } else {
      turn.withLock { job.run(count: count) { index, _ in body(index) } }
    }
  }

  /// The same with memory that each thread keeps to itself.
  func forEach(_ count: Int, _ body: @escaping (Int, ThreadMemory) -> Void) {
    turn.withLock { job.run(count: count, body: body) }
  }

  /// Splits 0..<`count` into ranges of about `grain` and calls `body` once for each.
  package func forRanges(_ count: Int, grain: Int, _ body: @escaping (Range<Int>) -> Void) {
    let grain = max(grain, 1)
    forEach((count + grain - 1) / grain) { part in
      body(part * grain..<min((part + 1) * grain, count))
    }
  }
}

/// Room that one thread keeps to itself; it grows to the most that was asked for.
final class ThreadMemory {
  private var memory = UnsafeMutableRawPointer.allocate(
    byteCount: 0, alignment: WorkerPool.alignment)
  private var capacity = 0
  /// What this loop left here for its next index on the same thread; nil at its beginning.
  var content: Int?

  /// Room for `count` floats; what it holds is kept as long as no more is asked for.
  func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
    if count > capacity {
      memory.deallocate()
      capacity = count
      memory = .allocate(
        byteCount: count * MemoryLayout<Float>.stride, alignment: WorkerPool.alignment)
    }
    return memory.assumingMemoryBound(to: Float.self)
  }

  deinit { memory.deallocate() }
}

/// The loop that is being shared, and the hand-over between the caller and the helpers.
///
/// Each thread begins with its own part of the indices, the same part in every loop: the rows that it
/// wrote in one operation still lie in its caches in the next. Then it helps the others.
private final class Job: @unchecked Sendable {
  /// The next index of a thread's own part, and the thread's memory.
  private final class Share {
    let next = Atomic<Int>(0)
    let memory = ThreadMemory()
  }

  private let shares: [Share]
  private let condition = NSCondition()
  private let generation = Atomic<Int>(0)
  private let busyHelpers = Atomic<Int>(0)
  private let isStopping = Atomic<Bool>(false)
  private var count = 0
  private var body: (Int, ThreadMemory) -> Void = { _, _ in }
  /// How often a waiting thread looks before it sleeps or yields: for about a tenth of a millisecond, or
  /// shortly where another thread waits for the processor.
  private let patience: Int

  /// - Parameter threads: the caller's, which is number 0, and those that serve
  init(threads: Int) {
    shares = (0..<threads).map { _ in Share() }
    patience = threads <= ProcessInfo.processInfo.activeProcessorCount ? 200_000 : 2_000
  }

  func run(count: Int, body: @escaping (Int, ThreadMemory) -> Void) {
    for share in shares { share.memory.content = nil }
    guard shares.count > 1 && count > 1 else {
      for index in 0..<count { body(index, shares[0].memory) }
      return
    }
    self.count = count
    self.body = body
    for thread in shares.indices { shares[thread].next.store(start(thread), ordering: .relaxed) }
    busyHelpers.store(shares.count - 1, ordering: .relaxed)
    condition.lock()
    generation.add(1, ordering: .releasing)
    condition.broadcast()
    condition.unlock()
    takeIndices(0)
    var looks = 0
    while busyHelpers.load(ordering: .acquiring) > 0 {
      looks += 1
      if looks > patience { sched_yield() }
    }
    self.body = { _, _ in }
  }

  /// What a helper thread does all its life.
  func serve(_ thread: Int) {
    var seen = 0
    while true {
      seen = waitForGeneration(after: seen)
      if isStopping.load(ordering: .acquiring) { return }
      takeIndices(thread)
      busyHelpers.subtract(1, ordering: .releasing)
    }
  }

  func stop() {
    condition.lock()
    isStopping.store(true, ordering: .releasing)
    generation.add(1, ordering: .releasing)
    condition.broadcast()
    condition.unlock()
  }

  /// Where a thread's own part begins, and the one before ends.
  private func start(_ thread: Int) -> Int { count * thread / shares.count }

  private func takeIndices(_ thread: Int) {
    // Read once: threads that count references to the same thing wait for each other.
    let (shares, body, memory) = (shares, body, shares[thread].memory)
    for turn in shares.indices {
      let owner = (thread + turn) % shares.count
      let end = start(owner + 1)
      while true {
        let index = shares[owner].next.add(1, ordering: .relaxed).oldValue
        if index >= end { break }
        body(index, memory)
      }
    }
  }

  private func waitForGeneration(after seen: Int) -> Int {
    for _ in 0..<patience {
      let current = generation.load(ordering: .acquiring)
      if current != seen { return current }
    }
    condition.lock()
    defer { condition.unlock() }
    while generation.load(ordering: .acquiring) == seen { condition.wait() }
    return generation.load(ordering: .acquiring)
  }
}
