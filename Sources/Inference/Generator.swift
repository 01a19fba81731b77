import Kernels
import Models
import Tensors

/// Continues a prompt one token at a time.
///
/// Reads the prompt once and keeps keys and values; each further token costs one position. When the
/// context is full the older half is forgotten and the rest read again, with the cache or without,
/// so both give the same bits.
package struct Generator {
  /// One token of the answer.
  package struct Step: Sendable {
    package let chosen: Candidate
    /// The distribution it was chosen from. [vocabulary]
    package let logits: [Float]
  }

  private let model: Model
  private let sampling: Sampling
  private let pool: WorkerPool
  private let usesCache: Bool
  private var cache: KeyValueCache?
  /// What the model looks back over.
  private var window: [Int]
  /// Tokens of the window that the cache has not read.
  private var unread: Int
  private var position: Int

  /// Throws `InferenceError` for an empty prompt, an unknown token, or impossible sampling.
  package init(
    _ model: Model, prompt: [Int], sampling: Sampling, usesCache: Bool = true, pool: WorkerPool
  ) throws {
    try sampling.validate()
    guard !prompt.isEmpty else { throw InferenceError("the prompt has no token; say something") }
    if let unknown = prompt.first(where: { $0 < 0 || $0 >= model.configuration.vocabulary }) {
      throw InferenceError(
        "the prompt has token \(unknown), but the model knows 0 to"
          + " \(model.configuration.vocabulary - 1): it was made with another tokenizer")
    }
    self.model = model
    self.sampling = sampling
    self.pool = pool
    self.usesCache = usesCache
    window = Array(prompt.suffix(model.configuration.context))
    unread = window.count
    position = prompt.count
    cache = usesCache ? KeyValueCache(layers: model.configuration.layers) : nil
  }

  /// Chooses the next token and adds it to what the model sees. Throws `InferenceError` if the model's
  /// numbers went beyond what a float holds.
  package mutating func next() throws -> Step {
    let logits = nextLogits()
    if let lost = logits.first(where: { !$0.isFinite }) {
      throw InferenceError(
        "no token can be chosen: a logit is \(NonFinite.word(for: lost)), since the model's"
          + " numbers went beyond what a float holds; `predict` and `stats *` show where")
    }
    let chosen = sampling.choose(logits, position: position)
    append(chosen.id)
    return Step(chosen: chosen, logits: logits)
  }

  private mutating func nextLogits() -> [Float] {
    let tokens = usesCache ? Array(window.suffix(unread)) : window
    let tape = Tape(pool: pool, isRecording: false, keepsNames: false)
    var transformer = Transformer(model, on: tape)
    let logits = transformer.logits(TokenBatch([tokens]), cache: &cache).tensor
    unread = 0
    let size = logits.shape.lastSize
    return Array(
      UnsafeBufferPointer(start: logits.pointer + (tokens.count - 1) * size, count: size))
  }

  private mutating func append(_ id: Int) {
    position += 1
    if window.count == model.configuration.context {
      window = Array(window.suffix(model.configuration.context / 2))
      cache = usesCache ? KeyValueCache(layers: model.configuration.layers) : nil
      unread = window.count
    }
    window.append(id)
    unread += 1
  }
}
