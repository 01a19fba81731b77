/// After which steps of a run a snapshot is kept. It depends on sizes and counts alone, never on the
/// clock, so that the same run leaves the same files.
package struct SnapshotPlan: Sendable {
  /// A snapshot is written every so many steps, and after the last.
  package let interval: Int
  /// So many are kept at most; nil means all.
  package let limit: Int?
  /// What all of them may take together, in bytes.
  private let room: Int

  /// Writing a snapshot costs about as much as learning from some hundred tokens does, whatever the
  /// model's size: once in so many tokens it is lost among them.
  private static let tokensBetween = 24_576
  private static let longestInterval = 64

  private init(interval: Int, limit: Int?, room: Int) {
    self.interval = interval
    self.limit = limit
    self.room = room
  }

  /// - Parameters:
  ///   - first: what the first snapshot takes, in bytes
  ///   - bytes: what one takes that comes after
  ///   - otherBytes: what the run's other files take
  package init(_ request: TrainingRequest, first: Int, bytes: Int, otherBytes: Int) {
    let room = request.snapshotBudget - otherBytes
    if let interval = request.snapshotInterval {
      self.init(interval: interval, limit: nil, room: room)
      return
    }
    let limit = max(2, 1 + (room - first) / max(bytes, 1))
    let tokens = request.batch * request.window
    let shortest = min(Self.longestInterval, (Self.tokensBetween + tokens - 1) / tokens)
    // Halved as often as it stays long enough, so that thinning ends at even spaces.
    var interval = max(shortest, (request.steps + limit - 2) / (limit - 1))
    while (interval + 1) / 2 * 4 >= shortest * 3 && interval > shortest {
      interval = (interval + 1) / 2
    }
    self.init(interval: interval, limit: limit, room: room)
  }

  /// Which of the kept steps to let go of now. An interval that was asked for keeps them all.
  /// - Parameter snapshots: in order, and what each takes
  package func surplus(of snapshots: [(step: Int, bytes: Int)]) -> [Int] {
    limit.map { Self.surplus(of: snapshots, room: room, limit: $0) } ?? []
  }

  /// Which steps to let go of until at most `limit` are left that take at most `room` bytes: each time the
  /// one that leaves the smallest gap, of several the first. The first and the last always stay.
  package static func surplus(
    of snapshots: [(step: Int, bytes: Int)], room: Int, limit: Int = .max
  ) -> [Int] {
    var kept = snapshots
    var bytes = kept.reduce(0) { $0 + $1.bytes }
    var surplus: [Int] = []
    while kept.count > 2 && (kept.count > limit || bytes > room) {
      let inner = 1..<kept.count - 1
      func gap(_ place: Int) -> Int { kept[place + 1].step - kept[place - 1].step }
      guard let place = inner.min(by: { gap($0) < gap($1) }) else { break }
      let removed = kept.remove(at: place)
      bytes -= removed.bytes
      surplus.append(removed.step)
    }
    return surplus
  }
}
