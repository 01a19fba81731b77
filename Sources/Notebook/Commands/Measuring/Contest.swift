/// The same work on two sides.
struct Contest {
  /// Does our work once.
  let round: () throws -> Round
  /// Who does the same; nil if nobody does.
  var other: OtherSide?
  let title: String
  /// How much one round does.
  var work = Work.unmeasured

  /// What ours is compared with.
  enum OtherSide {
    case peer(PeerRequest)
    /// Our own work done another way, and what way.
    case own(String, () throws -> Round)
  }

  /// What one round came to.
  struct Round {
    /// Seconds, or bytes of memory: the fewer the better.
    let value: Double
    /// How many things were made, where both sides must make the same ones.
    var count: Int?
  }

  /// How much a round does, to be compared with what the machine can do.
  enum Work {
    case flops(Int)
    /// Bytes that are read.
    case bytes(Int)
    case unmeasured
  }

  /// What both sides came to.
  struct Outcome {
    var ours: [Round] = []
    var peer: [Round] = []
    var peerName: String?
    /// Why there is no peer, or why it gave up.
    var complaint: String?
  }

  /// Lets both sides work in turns, so that a busy machine slows both, until `seconds` have passed
  /// and each had `atLeast` rounds. A peer that fails leaves the race. What is ours is warmed up first;
  /// the peer warms itself up.
  func run(
    against peer: Peer?, seconds: Double, atLeast least: Int, in session: Session
  ) throws -> Outcome {
    var outcome = Outcome()
    func ask<Answer>(_ question: (Peer, PeerRequest) throws -> Answer) throws -> Answer? {
      guard let peer, case .peer(let request)? = other, outcome.complaint == nil else { return nil }
      do {
        return try question(peer, request)
      } catch let failure as Peer.Failure {
        outcome.complaint = failure.description
        return nil
      }
    }
    outcome.peerName = try ask { try $0.start($1, in: session) }
    _ = try round()
    if case .own(let name, let otherRound)? = other {
      outcome.peerName = name
      _ = try otherRound()
    }
    let clock = ContinuousClock()
    let start = clock.now
    repeat {
      try session.checkInterrupt()
      outcome.ours.append(try round())
      if case .own(_, let otherRound)? = other { outcome.peer.append(try otherRound()) }
      if let answer = try ask({ peer, _ in try peer.round(in: session) }) {
        outcome.peer.append(answer)
      }
    } while outcome.ours.count < least || (clock.now - start).seconds < seconds
    return outcome
  }
}

extension [Contest.Round] {
  /// The best of them: what a side can do when nothing disturbs it.
  var best: Double? { map(\.value).min() }
}
