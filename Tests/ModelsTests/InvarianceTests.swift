import Kernels
import Models
import Support
import Tensors
import Testing

/// A sequence's logits have the same bits alone, in a batch, as the beginning of a longer one, read
/// through the cache, and with every tensor named: over sizes that no tile divides, groups of key
/// heads, and more keys than a block of a sum.
@Suite struct InvarianceTests {
  /// More than two blocks of keys for the last queries.
  private static let longest = 531

  private static let shapes: [Configuration] = {
    var untied = Configuration.gpt2(
      vocabulary: 41, context: longest, layers: 2, heads: 3, width: 21)
    untied.tied = false
    return [
      .gpt2(vocabulary: 37, context: longest, layers: 2, heads: 3, width: 18), untied,
      .llama(
        vocabulary: 43, context: longest, layers: 2, heads: 6, keyValueHeads: 2, width: 36,
        hidden: 44),
      .llama(
        vocabulary: 29, context: longest, layers: 1, heads: 5, keyValueHeads: 1, width: 30,
        hidden: 19),
    ]
  }()

  /// The logits' bits of each row. [batch][time · vocabulary]
  private func logits(
    _ model: Model, _ batch: TokenBatch, threads: Int, cache: inout KeyValueCache?,
    keepsNames: Bool = false
  ) -> [[UInt32]] {
    let tape = Tape(
      pool: WorkerPool(threadCount: threads), isRecording: false, keepsNames: keepsNames)
    var transformer = Transformer(model, on: tape)
    let bits = transformer.logits(batch, cache: &cache).tensor.values.map(\.bitPattern)
    let size = bits.count / batch.batch
    return (0..<batch.batch).map { Array(bits[$0 * size..<($0 + 1) * size]) }
  }

  private func logits(
    _ model: Model, _ batch: TokenBatch, threads: Int, keepsNames: Bool = false
  ) -> [[UInt32]] {
    var none: KeyValueCache?
    return logits(model, batch, threads: threads, cache: &none, keepsNames: keepsNames)
  }

  @Test(arguments: shapes, [1, 2, 7, 16, 17, 33, 259]) func aloneAndInABatch(
    _ shape: Configuration, time: Int
  ) {
    let drawn = DrawnModel(shape, seed: 5, batch: 3, time: time)
    let together = logits(drawn.model, drawn.tokens, threads: 2)
    #expect(logits(drawn.model, drawn.tokens, threads: 1, keepsNames: true) == together)
    for row in 0..<3 {
      let alone = TokenBatch([drawn.tokens.row(row)])
      #expect(logits(drawn.model, alone, threads: 3) == [together[row]])
    }
  }

  @Test(arguments: shapes) func theBeginningOfALongerOne(_ shape: Configuration) {
    let drawn = DrawnModel(shape, seed: 6, batch: 1, time: Self.longest)
    let whole = logits(drawn.model, drawn.tokens, threads: 2)[0]
    for length in [1, 5, 8, 255, 256, 257, 512, 530] {
      let beginning = TokenBatch([Array(drawn.tokens.row(0).prefix(length))])
      let found = logits(drawn.model, beginning, threads: 3)[0]
      #expect(found == Array(whole.prefix(length * shape.vocabulary)), "\(length) tokens")
    }
  }

  /// One token at a time, and in pieces of growing size, for two rows at once.
  @Test(arguments: shapes) func throughTheCache(_ shape: Configuration) {
    let drawn = DrawnModel(shape, seed: 7, batch: 2, time: Self.longest)
    let whole = logits(drawn.model, drawn.tokens, threads: 2)
    let rows = (0..<2).map { drawn.tokens.row($0) }
    for sizes in [[1], [1, 2, 3, 5, 17, 40, 111, 256]] {
      var cache: KeyValueCache? = KeyValueCache(layers: shape.layers)
      var pieces: [[UInt32]] = [[], []]
      var start = 0
      while start < Self.longest {
        let size = sizes.last { $0 <= start + 1 } ?? 1
        let end = min(start + size, Self.longest)
        let piece = TokenBatch(rows.map { Array($0[start..<end]) })
        let found = logits(drawn.model, piece, threads: 1, cache: &cache)
        for row in 0..<2 { pieces[row] += found[row] }
        start = end
      }
      #expect(pieces == whole, "pieces of \(sizes)")
    }
  }
}
