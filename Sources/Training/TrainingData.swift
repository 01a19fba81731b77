import Kernels

/// Text to learn from, as tokens; conversations also say which tokens are answers.
package struct TrainingData: Sendable, Equatable {
  /// One side of the split: running text is one example, conversations are many.
  package struct Part: Sendable, Equatable {
    package let tokens: [Int32]
    /// 1 where a token is to be learnt. [tokens]
    package let learnt: [UInt8]
    /// Where each example begins, and at last where the tokens end.
    package let bounds: [Int32]

    package init(tokens: [Int32], learnt: [UInt8], bounds: [Int32]) {
      self.tokens = tokens
      self.learnt = learnt
      self.bounds = bounds
    }

    package var examples: Int { bounds.count - 1 }

    package var fingerprint: Fingerprint {
      Fingerprint(combining: [Fingerprint(tokens), Fingerprint(learnt), Fingerprint(bounds)])
    }

    /// Running text, all of it to be learnt.
    package static func text(_ tokens: [Int32]) -> Part {
      Part(
        tokens: tokens, learnt: [UInt8](repeating: 1, count: tokens.count),
        bounds: [0, Int32(tokens.count)])
    }

    package static func conversations(_ examples: [(tokens: [Int], learnt: [Bool])]) -> Part {
      var bounds: [Int32] = [0]
      for example in examples {
        bounds.append(bounds[bounds.count - 1] + Int32(example.tokens.count))
      }
      return Part(
        tokens: examples.flatMap { $0.tokens.map(Int32.init) },
        learnt: examples.flatMap { $0.learnt.map { $0 ? 1 : 0 } }, bounds: bounds)
    }
  }

  package let train: Part
  package let heldOut: Part

  package init(train: Part, heldOut: Part) {
    self.train = train
    self.heldOut = heldOut
  }

  package var fingerprint: Fingerprint {
    Fingerprint(combining: [train.fingerprint, heldOut.fingerprint])
  }

  /// Throws `TrainingError` unless every batch of the request can be made.
  package func validate(for request: TrainingRequest) throws {
    let vocabulary = Int32(request.configuration.vocabulary)
    for part in [train, heldOut] {
      guard part.tokens.allSatisfy({ $0 >= 0 && $0 < vocabulary }) else {
        throw TrainingError("the data has tokens outside the vocabulary of \(vocabulary)")
      }
    }
    switch request.objective {
    case .nextToken:
      guard train.tokens.count > request.window else {
        throw TrainingError(
          "the training text has \(train.tokens.count) tokens, too few for a context of"
            + " \(request.window): give more text, or at most --context"
            + " \(max(1, train.tokens.count - 1))")
      }
    case .answers:
      guard train.examples > 0 else {
        throw TrainingError("there is no conversation to learn from")
      }
      guard train.learnt.contains(1) else {
        throw TrainingError("no conversation has an answer to learn")
      }
    }
  }

  /// The batch of a step: a pure function of the request and the step.
  package func batch(step: Int, _ request: TrainingRequest) -> TrainingBatch {
    let stream = RandomUse.batches.stream(seed: request.seed)
    let step = request.position(of: step)
    switch request.objective {
    case .nextToken:
      let windows = (0..<request.batch).map { row in
        let start = stream.index(
          below: train.tokens.count - request.window, step: step, element: row)
        return start...start + request.window
      }
      return TrainingBatch(
        sequences: windows.map { Array(train.tokens[$0]) },
        counts: windows.map { train.learnt[$0].map { $0 == 1 } })
    case .answers:
      let picks = (0..<request.batch).map {
        stream.index(below: train.examples, step: step, element: $0)
      }
      return train.padded(picks, window: request.window)
    }
  }

  /// What held-out loss is measured on: at most `limit` sequences, evenly spread, in batches.
  /// Empty if nothing was held out that is long enough.
  package func heldOutBatches(_ request: TrainingRequest, limit: Int = 48) -> [TrainingBatch] {
    let size = request.window + 1
    switch request.objective {
    case .nextToken:
      let windows = heldOut.tokens.count / size
      guard windows > 0 else { return [] }
      let count = min(windows, limit)
      let sequences = (0..<count).map { index in
        let start = index * windows / count * size
        return Array(heldOut.tokens[start..<start + size])
      }
      return sequences.chunks(of: request.batch).map { TrainingBatch(sequences: $0) }
    case .answers:
      return Array(0..<heldOut.examples).chunks(of: request.batch).map {
        heldOut.padded($0, window: request.window)
      }.filter { $0.weights.contains(1) }
    }
  }
}

extension TrainingData.Part {
  /// Examples cut to `window` + 1 tokens and filled up to one length; filling never counts.
  func padded(_ picks: [Int], window: Int) -> TrainingBatch {
    let rows = picks.map { pick in
      Int(bounds[pick])..<min(Int(bounds[pick + 1]), Int(bounds[pick]) + window + 1)
    }
    let size = max(2, rows.map(\.count).max() ?? 2)
    return TrainingBatch(
      sequences: rows.map { Array(tokens[$0]) + Array(repeating: 0, count: size - $0.count) },
      counts: rows.map {
        learnt[$0].map { $0 == 1 } + Array(repeating: false, count: size - $0.count)
      })
  }
}

extension Array {
  /// Runs of `size` elements, the last possibly shorter.
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
