/// After which steps of a run a snapshot is kept. It depends on sizes and counts alone, never on the
/// clock, so that the same run leaves the same files.
package struct SnapshotPlan: Sendable, Equatable {
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

  package init(interval: Int, limit: Int?, room: Int) {
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

  /// Which of the kept steps to let go of now: while there are too many, the one that leaves the
  /// smallest gap, of several the first. The first and the last always stay.
  /// - Parameters:
  ///   - steps: in order
  ///   - bytes: what their snapshots take together
  package func surplus(of steps: [Int], bytes: Int) -> [Int] {
    guard let limit else { return [] }
    let fitting =
      bytes > room ? Int(Double(steps.count) * Double(room) / Double(max(bytes, 1))) : limit
    return Self.surplus(of: steps, limit: min(limit, fitting))
  }

  /// As `surplus(of:bytes:)`; a limit below 2 is 2.
  package static func surplus(of steps: [Int], limit: Int) -> [Int] {
    var kept = steps
    var surplus: [Int] = []
    while kept.count > max(2, limit) {
      let inner = 1..<kept.count - 1
      guard let place = inner.min(by: { kept[$0 + 1] - kept[$0 - 1] < kept[$1 + 1] - kept[$1 - 1] })
      else { break }
      surplus.append(kept.remove(at: place))
    }
    return surplus
  }
}
