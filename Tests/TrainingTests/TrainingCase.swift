import Kernels
import Models
import Support
import Testing
import Training

/// A small model to train, and what it learns from: invented tokens, all of whose sizes are odd to
/// tiles, lanes and threads, with sums that are longer than a block.
struct TrainingCase: CustomTestStringConvertible {
  let testDescription: String
  let configuration: Configuration
  /// The rank of an adapter to train in place of the weights.
  let rank: Int?
  /// Whether some positions do not count, as in conversations.
  let masks: Bool

  static let all = [
    TrainingCase("GPT-2, dropout", gpt2(dropout: 0.1)),
    TrainingCase("GPT-2, own output table, masked", gpt2(tied: false), masks: true),
    TrainingCase("GPT-2, LoRA, dropout", gpt2(dropout: 0.2), rank: 3),
    TrainingCase("Llama", llama()),
    TrainingCase("Llama, tied, masked, dropout", llama(dropout: 0.1, tied: true), masks: true),
    TrainingCase("Llama, LoRA, masked", llama(), rank: 2, masks: true),
  ]

  private init(
    _ name: String, _ configuration: Configuration, rank: Int? = nil, masks: Bool = false
  ) {
    testDescription = name
    self.configuration = configuration
    self.rank = rank
    self.masks = masks
  }

  private static func gpt2(dropout: Float = 0, tied: Bool = true) -> Configuration {
    var shape = Configuration.gpt2(
      vocabulary: 261, context: 19, layers: 2, heads: 3, width: 27, dropout: dropout)
    shape.tied = tied
    return shape
  }

  private static func llama(dropout: Float = 0, tied: Bool = false) -> Configuration {
    var shape = Configuration.llama(
      vocabulary: 61, context: 19, layers: 2, heads: 6, keyValueHeads: 2, width: 36, hidden: 259)
    shape.tied = tied
    shape.dropout = dropout
    return shape
  }

  /// Fifty steps of four sequences.
  var request: TrainingRequest {
    var request = SmallWorld.request(
      configuration, steps: 50,
      adapter: rank.map {
        Adapter.Plan(rank: $0, alpha: 8, targets: Adapter.Plan.targets(of: configuration))
      })
    request.batch = 4
    return request
  }

  var trainer: Trainer {
    var model = SmallWorld.model(configuration)
    model.adapter = request.adapter.map {
      Adapter($0, for: configuration, from: RandomUse.adapter.stream(seed: 7))
    }
    return Trainer(request, model: model)
  }

  /// Four sequences of seventeen tokens, most of them the one before plus three.
  func batch(step: Int) -> TrainingBatch {
    let random = RandomStream(seed: 3, stream: 78)
    let sequences = (0..<4).map { row in
      var token = random.index(below: configuration.vocabulary, step: step, element: row)
      return (0..<18).map { position -> Int32 in
        let isSurprise = random.index(below: 5, step: step, element: row * 100 + position + 10) == 0
        token = (token + (isSurprise ? position : 3)) % configuration.vocabulary
        return Int32(token)
      }
    }
    // The rows differ in how many of their positions count; of the third none does.
    let counts = (0..<4).map { row in
      (0..<18).map { position in !masks || (row != 2 && position % (row + 2) == 0) }
    }
    return TrainingBatch(sequences: sequences, counts: counts)
  }
}
