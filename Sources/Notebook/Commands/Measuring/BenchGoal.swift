/// What a row of `bench` is to reach.
enum BenchGoal: Equatable, Sendable {
  /// So many times the peer's speed.
  case faster(Double)
  /// So many times the peer's speed, and this share of what the machine can do.
  case fasterAtPeak(Double, share: Double)
  /// This part of what the peer takes.
  case atMost(Double)
  /// No more than so long, whatever the peer takes.
  case within(seconds: Double)

  /// Whether it was reached; nil if that cannot be said without a peer.
  /// - Parameters:
  ///   - ours, peer: seconds or bytes, the fewer the better
  ///   - share: of what the machine can do
  func isReached(ours: Double, peer: Double?, share: Double?) -> Bool? {
    switch self {
    case .faster(let factor): peer.map { $0 >= factor * ours }
    case .fasterAtPeak(let factor, let least):
      peer.map { $0 >= factor * ours && (share ?? 0) >= least }
    case .atMost(let part): peer.map { ours <= part * $0 }
    case .within(let seconds): ours <= seconds
    }
  }

  /// How many times the peer's speed, if that is the goal or part of it.
  var factor: Double? {
    switch self {
    case .faster(let factor), .fasterAtPeak(let factor, _): factor
    case .atMost, .within: nil
    }
  }

  /// As in `1.8×`.
  var text: String {
    switch self {
    case .faster(let factor): "\(NumberFormat.exact(factor))×"
    case .fasterAtPeak(let factor, let share):
      "\(NumberFormat.exact(factor))×, \(NumberFormat.exact(share * 100))%"
    case .atMost(let part): "\(NumberFormat.exact(part))×"
    case .within(let seconds): "\(NumberFormat.exact(seconds)) s"
    }
  }
}
