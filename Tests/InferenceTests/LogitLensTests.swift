import Foundation
import Inference
import Kernels
import Models
import Support
import Tensors
import Testing

@Suite struct LogitLensTests {
  static let configurations = [
    Configuration.gpt2(vocabulary: 60, context: 16, layers: 3, heads: 2, width: 16),
    Configuration.llama(
      vocabulary: 60, context: 16, layers: 3, heads: 4, keyValueHeads: 2, width: 16),
  ]

  @Test(arguments: configurations)
  func behindTheLastBlockItIsTheModelsPrediction(_ configuration: Configuration) throws {
    let drawn = DrawnModel(configuration, seed: 4, batch: 2, time: 9)
    let pool = WorkerPool(threadCount: 2)
    let trace = try drawn.model.trace(drawn.tokens, pool: pool)
    let lens = LogitLens(drawn.model, pool: pool)
    #expect(lens.places.map(\.name) == ["embed", "blocks.0", "blocks.1", "blocks.2"])
    let all = try lens.places.map { lens.logits(of: try #require(trace[$0.stream])) }
    #expect(all.last?.fingerprint == trace["logits"]?.fingerprint)
    #expect(Set(all.map(\.fingerprint)).count == all.count)
    #expect(all.allSatisfy { $0.shape == trace["logits"]?.shape })
  }

  @Test func theLossOfATextIsThatOfItsNextTokens() throws {
    let drawn = DrawnModel(Self.configurations[1], seed: 4, batch: 2, time: 3)
    let pool = WorkerPool(threadCount: 1)
    let trace = try drawn.model.trace(drawn.tokens, pool: pool)
    let (logits, probs) = (try #require(trace["logits"]), try #require(trace["probs"]))
    let loss = try #require(TextLoss.mean(logits, of: drawn.tokens, pool: pool))
    let surprises = (0..<2).flatMap { row in
      (0..<2).map { position in
        -log(Double(probs[row, position, drawn.tokens.row(row)[position + 1]]))
      }
    }
    #expect(abs(Double(loss) - surprises.reduce(0, +) / 4) < 1e-5)
    let single = TokenBatch([[3]])
    let short = try drawn.model.trace(single, pool: pool)
    #expect(TextLoss.mean(try #require(short["logits"]), of: single, pool: pool) == nil)
  }
}
