import Kernels

/// How the next token is chosen from the model's probabilities.
package struct Sampling: Codable, Equatable, Sendable {
  /// 0 always takes the most probable; above 1 flattens the distribution.
  package var temperature: Float
  /// Only the k most probable, if given.
  package var topK: Int?
  /// Only the most probable ones that together reach this probability, if given (Holtzman et al.
  /// 2020).
  package var topP: Float?
  package var seed: UInt64

  package init(temperature: Float = 1, topK: Int? = nil, topP: Float? = nil, seed: UInt64 = 0) {
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.seed = seed
  }

  /// Throws `InferenceError` unless a token can be chosen this way.
  package func validate() throws {
    guard temperature >= 0, temperature.isFinite else {
      throw InferenceError("temperature is \(temperature); it must be 0 or above")
    }
    if let topK, topK < 1 { throw InferenceError("top-k is \(topK); it must be at least 1") }
    if let topP, !(topP > 0 && topP <= 1) {
      throw InferenceError("top-p is \(topP); it must be above 0 and at most 1")
    }
  }
}

/// Inference that cannot begin or go on: what was wrong, and what to do.
package struct InferenceError: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

/// A token with its probability.
package struct Candidate: Codable, Equatable, Sendable {
  package let id: Int
  package let probability: Float
}

extension Sampling {
  /// The stream of the random numbers that choose tokens.
  private static let stream: UInt32 = 5

  /// All tokens by falling probability at this temperature (1 if it is 0), ties by id.
  package func candidates(_ logits: [Float]) -> [Candidate] {
    all(logits).sorted(by: Self.isBefore)
  }

  /// The first so many of `candidates(logits)`, found without sorting all.
  package func candidates(_ logits: [Float], first count: Int) -> [Candidate] {
    var found: [Candidate] = []
    for candidate in all(logits) {
      if found.count == count {
        guard let last = found.last, Self.isBefore(candidate, last) else { continue }
        found.removeLast()
      }
      let place = found.firstIndex { Self.isBefore(candidate, $0) } ?? found.count
      found.insert(candidate, at: place)
    }
    return found
  }

  private static func isBefore(_ one: Candidate, _ other: Candidate) -> Bool {
    (other.probability, one.id) < (one.probability, other.id)
  }

  /// All tokens by id.
  private func all(_ logits: [Float]) -> [Candidate] {
    let scaled = temperature == 0 ? logits : logits.map { $0 / temperature }
    var probabilities = [Float](repeating: 0, count: logits.count)
    Self.softmax(scaled, into: &probabilities)
    return probabilities.enumerated().map { Candidate(id: $0.offset, probability: $0.element) }
  }

  /// The candidates that may be chosen.
  package func eligible(_ candidates: [Candidate]) -> [Candidate] {
    if temperature == 0 { return Array(candidates.prefix(1)) }
    var kept = Array(candidates.prefix(topK ?? candidates.count))
    if let topP {
      var sum: Float = 0
      let enough = kept.firstIndex { candidate in
        sum += candidate.probability
        return sum >= topP
      }
      kept = Array(kept.prefix(through: enough ?? kept.count - 1))
    }
    return kept
  }

  /// The token for a position: a pure function of the logits, the seed and the position.
  package func choose(_ logits: [Float], position: Int) -> Candidate {
    let candidates = candidates(logits)
    let eligible = eligible(candidates)
    let total = eligible.reduce(Float(0)) { $0 + $1.probability }
    let stream = RandomStream(seed: seed, stream: Self.stream)
    let target = stream.uniform(step: position, element: 0) * total
    var sum: Float = 0
    for candidate in eligible {
      sum += candidate.probability
      if sum > target { return candidate }
    }
    return eligible[eligible.count - 1]
  }

  private static func softmax(_ logits: [Float], into out: inout [Float]) {
    logits.withUnsafeBufferPointer { logits in
      out.withUnsafeMutableBufferPointer { out in
        guard let logits = logits.baseAddress, let target = out.baseAddress else { return }
        Softmax.forward(rows: 0..<1, size: out.count, logits, into: target)
      }
    }
  }
}
