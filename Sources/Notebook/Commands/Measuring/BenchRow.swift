import ArgumentParser

/// What `bench` measures: a row of its table.
package enum BenchRow: String, CaseIterable, Encodable, ExpressibleByArgument {
  case step1M = "step-1m"
  case step11M = "step-11m"
  case step124M = "step-124m"
  case product
  case bpeTraining = "bpe-train"
  case bpeEncoding = "bpe-encode"
  case memory
  case start
  case recording
  case goto, back
  case width, depth, context, vocabulary

  /// Whether it takes a minute to make ready.
  var isLong: Bool { self == .goto || self == .back }

  /// The shape that is trained, for rows that train one.
  var shape: TrainingShape? {
    switch self {
    case .step1M:
      TrainingShape(layers: 4, heads: 4, width: 128, context: 64, batch: 12, vocabulary: 65)
    case .step11M, .memory:
      TrainingShape(layers: 6, heads: 6, width: 384, context: 256, batch: 16, vocabulary: 65)
    case .step124M:
      TrainingShape(layers: 12, heads: 12, width: 768, context: 64, batch: 4, vocabulary: 50257)
    default: nil
    }
  }

  /// How time grows with one size, for rows that measure that.
  var growth: Growth? {
    switch self {
    case .width:
      Growth("width", [64, 128, 256, 512]) { shape, size in
        shape.width = size
        shape.heads = size / 32
      }
    case .depth: Growth("depth", [2, 4, 8, 16]) { $0.layers = $1 }
    case .context: Growth("context", [64, 128, 256, 512]) { $0.context = $1 }
    case .vocabulary: Growth("vocabulary", [1024, 4096, 16_384, 65_536]) { $0.vocabulary = $1 }
    default: nil
    }
  }

  /// What is to be reached beside the peer.
  var goal: BenchGoal? {
    switch self {
    case .step1M: .faster(1.8)
    case .step11M: .faster(1.4)
    case .step124M, .bpeTraining, .bpeEncoding: .faster(1.5)
    case .product: .fasterAtPeak(1.4, share: 0.85)
    case .memory: .atMost(0.6)
    case .start: .within(seconds: 0.15)
    case .recording: .faster(0.97)
    case .goto: .within(seconds: 1)
    case .back: .within(seconds: 0.1)
    case .width, .depth, .context, .vocabulary: nil
    }
  }
}
