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

  /// Goes through all loops at once, each index on any thread and in any order, and returns when all are
  /// done: no loop may need what another makes. Must not be called from inside a loop, nor may the
  /// functions below: it would wait for itself.
  package func run(_ loops: [Loop]) {
    turn.withLock { job.run(loops) }
  }

  /// Goes through sequences of loops side by side: a loop may need what those before it in its own
  /// sequence make, but nothing of another.
  package func run(sideBySide sequences: [[Loop]]) {
    for place in 0..<(sequences.map(\.count).max() ?? 0) {
      run(sequences.filter { place < $0.count }.map { $0[place] })
    }
  }

  /// Calls `body` once for each index in 0..<`count`, on any thread, in any order, and returns when
  /// all are done.
  package func forEach(_ count: Int, _ body: @escaping (Int) -> Void) {
    run([Loop(count, body)])
  }

  /// Splits 0..<`count` into ranges of about `grain` and calls `body` once for each.
  package func forRanges(_ count: Int, grain: Int, _ body: @escaping (Range<Int>) -> Void) {
    run([Loop(ranges: count, grain: grain, body)])
  }
}

/// A loop to be shared: its indices own their outputs and need nothing of each other.
package struct Loop {
  let count: Int
  let body: (Int, ThreadMemory) -> Void

  /// - Parameter body: called once for each index in 0..<`count`
  package init(_ count: Int, _ body: @escaping (Int) -> Void) {
    self.init(count) { index, _ in body(index) }
  }

  /// The same with memory that each thread keeps to itself.
  init(_ count: Int, _ body: @escaping (Int, ThreadMemory) -> Void) {
    (self.count, self.body) = (count, body)
  }

  /// - Parameter body: called once for each of the ranges of about `grain` that make up 0..<`count`
  package init(ranges count: Int, grain: Int, _ body: @escaping (Range<Int>) -> Void) {
    let grain = max(grain, 1)
    self.init((count + grain - 1) / grain) { part in
      body(part * grain..<min((part + 1) * grain, count))
    }
  }
}

/// Room that one thread keeps to itself; it grows to the most that was asked for.
final class ThreadMemory {
  private var memory = UnsafeMutableRawPointer.allocate(
    byteCount: 0, alignment: WorkerPool.alignment)
  private var capacity = 0
  /// What a loop left here for its next index on the same thread; nil at its beginning, and again where
  /// another loop came between.
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

/// The loops that are being shared, and the hand-over between the caller and the helpers.
///
/// Each thread begins with its own part of each loop's indices, the same part in every loop: the rows
/// that it wrote in one operation still lie in its caches in the next. Then it helps the others.
///
/// A helper has to come in to take part, and the caller closes the door once nothing is left to take. So
/// it waits for those inside alone, and not for one that has no processor because others need it.
private final class Job: @unchecked Sendable {
  /// How many indices of a thread's own parts were taken, the loops one after the other, and the
  /// thread's memory.
  private final class Share {
    let taken = Atomic<Int>(0)
    let memory = ThreadMemory()
  }

  private let shares: [Share]
  private let condition = NSCondition()
  private let generation = Atomic<Int>(0)
  /// How many helpers are inside; `closed` is added while no more may come in.
  private let door = Atomic<Int>(Job.closed)
  private static let closed = Int.min
  private let isStopping = Atomic<Bool>(false)
  private var loops: [Loop] = []
  /// How often a waiting thread looks before it sleeps or yields: for about a tenth of a millisecond, or
  /// shortly where another thread waits for the processor.
  private let patience: Int

  /// - Parameter threads: the caller's, which is number 0, and those that serve
  init(threads: Int) {
    shares = (0..<threads).map { _ in Share() }
    patience = threads <= ProcessInfo.processInfo.activeProcessorCount ? 200_000 : 2_000
  }

  func run(_ loops: [Loop]) {
    guard shares.count > 1 && loops.reduce(0, { $0 + $1.count }) > 1 else {
      let memory = shares[0].memory
      for loop in loops {
        memory.content = nil
        for index in 0..<loop.count { loop.body(index, memory) }
      }
      return
    }
    self.loops = loops
    for share in shares { share.taken.store(0, ordering: .relaxed) }
    door.store(0, ordering: .releasing)
    condition.lock()
    generation.add(1, ordering: .releasing)
    condition.broadcast()
    condition.unlock()
    takeIndices(0)
    door.add(Self.closed, ordering: .acquiringAndReleasing)
    var looks = 0
    while door.load(ordering: .acquiring) != Self.closed {
      looks += 1
      if looks > patience { sched_yield() }
    }
    self.loops = []
  }

  /// What a helper thread does all its life.
  func serve(_ thread: Int) {
    var seen = 0
    while true {
      seen = waitForGeneration(after: seen)
      if isStopping.load(ordering: .acquiring) { return }
      guard comeIn() else { continue }
      takeIndices(thread)
      door.subtract(1, ordering: .releasing)
    }
  }

  /// False if the door is closed.
  private func comeIn() -> Bool {
    var inside = door.load(ordering: .relaxed)
    while inside >= 0 {
      let (isDone, found) = door.weakCompareExchange(
        expected: inside, desired: inside + 1, ordering: .acquiring)
      if isDone { return true }
      inside = found
    }
    return false
  }

  func stop() {
    condition.lock()
    isStopping.store(true, ordering: .releasing)
    generation.add(1, ordering: .releasing)
    condition.broadcast()
    condition.unlock()
  }

  /// A thread's own part of a loop.
  private func part(of loop: Loop, _ thread: Int) -> Range<Int> {
    loop.count * thread / shares.count..<loop.count * (thread + 1) / shares.count
  }

  private func takeIndices(_ thread: Int) {
    // Read once, and each body once for a part: threads that count references to the same thing wait for
    // each other.
    let (shares, loops, memory) = (shares, loops, shares[thread].memory)
    var last = -1
    for turn in shares.indices {
      let owner = (thread + turn) % shares.count
      var next = shares[owner].taken.add(1, ordering: .relaxed).oldValue
      // How many of the owner's indices lie before this loop's.
      var before = 0
      for (place, loop) in loops.enumerated() {
        let part = part(of: loop, owner)
        let body = loop.body
        if place != last { memory.content = nil }
        last = place
        while next < before + part.count {
          body(part.lowerBound + next - before, memory)
          next = shares[owner].taken.add(1, ordering: .relaxed).oldValue
        }
        before += part.count
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
