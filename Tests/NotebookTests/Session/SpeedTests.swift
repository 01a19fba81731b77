import Kernels
import Models
import Tensors
import Testing
import Text

@testable import Notebook

/// Cells on a model of the lessons' size answer before anybody waits.
@Suite(.serialized) struct SpeedTests {
  private static let limit = Duration.milliseconds(50)
  /// A busy machine is asked again, as often as this.
  private static let attempts = 20

  private static let cells = [
    "names", "params", "stats *", "show logits", "show embed.weight", "heat logits[0]",
    "heat blocks.0.attn.pattern[0, 0]", "hist logits", "plot probs[0, -1]", "logits", "logits.T",
    "softmax(logits)", "logsoftmax(logits)", "sort(logits)", "topk(logits[0, -1], 10)",
    "exp(embed.weight) + log(abs(embed.weight))", "embed.weight @ embed.weight.T",
    "cos(embed.weight, embed.weight[300])", "embed.weight ^ 0.3", "mean(logits, axis: 1)",
    "randn(300, 300)", "transpose(blocks.0.attn.q, 1, 2)", "blocks.0(embed)", "logits(tokens)",
    "probs(\"qota mulo\")", "encode(\"qota mulo\")", "encode \"qota mulo\"", "?", "?softmax",
    "lens", "lens --position -1", "attention 0", "flow", "ablate blocks.1.attn.z[0, 2]",
    "patch blocks.2.resid_post[0, -1] --from \"qota mulo\"", "why logits[0, -1, 5]",
    "%history", "blocks.0.attn.patern", "x = logits[0]", "x[..., ::-1]", "concat([x, x])",
  ]

  private static func session() throws -> Session {
    let stream = RandomStream(seed: 3, stream: 7)
    let letters = Array("aeioubdklmnpqrst")
    let words = (0..<4000).map { word in
      String((0..<6).map { letters[stream.index(below: 16, step: word, element: $0)] })
    }
    var trainer = try TokenizerTrainer(
      texts: [words.joined(separator: " ")], vocabularySize: 1024)
    let configuration = Configuration.llama(
      vocabulary: 1024, context: 128, layers: 4, heads: 4, keyValueHeads: 4, width: 128)
    let session = testSession()
    session.put(
      DeskModel(
        Model(configuration, from: stream), seed: 0, tokenizer: trainer.finish()))
    let text = words.prefix(30).joined(separator: " ")
    _ = try session.trace(text, run: nil)
    return session
  }

  /// Without optimisation nothing is fast, and the second opinion is slow on purpose.
  private static var isFast: Bool {
    #if DEBUG
      false
    #else
      Build.current != .scalar
    #endif
  }

  @Test(.enabled(if: isFast, "speed is promised for release builds with SIMD"))
  func everyCellAnswersAtOnce() throws {
    let session = try Self.session()
    var slow: [String] = []
    for cell in Self.cells {
      var best = Duration.seconds(1)
      for _ in 0..<Self.attempts where best > Self.limit {
        let start = ContinuousClock.now
        let result = session.run(cell: cell)
        best = min(best, ContinuousClock.now - start)
        #expect(result.status == .done || cell.contains("patern"), "\(result.text)")
      }
      if best > Self.limit { slow.append("\(cell): \(best)") }
    }
    #expect(slow == [])
  }
}
