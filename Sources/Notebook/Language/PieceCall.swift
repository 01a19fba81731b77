import Models
import Tensors

/// One call of a part of the model: by the engine's own operations, so that it gives the bits of
/// the pass.
struct PieceCall {
  private let piece: Piece
  private let model: Model
  private let computation: Computation

  init(_ piece: Piece, _ model: Model, _ computation: Computation) {
    self.piece = piece
    self.model = model
    self.computation = computation
  }

  /// Throws a `Complaint` if the pass would be too large.
  func value(of prompt: PiecePrompt) throws -> Value {
    try claim(
      batch: prompt.batch.batch, queries: prompt.batch.time, keys: prompt.batch.time)
    var transformer = try transformer()
    let result = transformer.apply(piece, to: [], tokens: prompt.batch)
    return .tensor(
      LabelledTensor(
        result, rowTokens: prompt.rowTokens, vocabulary: vocabulary(of: result.shape)))
  }

  /// Throws a `Complaint` if the inputs do not fit each other, or the work would be too large.
  func value(of inputs: [PieceInput]) throws -> Value {
    let first = inputs[0].shape
    if inputs.count == 2 { try checkPair(first, inputs[1].shape) }
    let keys = inputs.map { time($0.shape) } + (first.names.last == "key" ? [first.lastSize] : [])
    try claim(batch: first.sizes[0], queries: time(first), keys: keys.max() ?? 1)
    var transformer = try transformer()
    let result = transformer.apply(piece, to: inputs.map(\.labelled.tensor))
    let labelled = labelled(result, like: inputs)
    let added = inputs.flatMap(\.addedAxes)
    let dropped = labelled.shape.axes.map { added.contains($0.name) && $0.size == 1 }
    return .tensor(
      try labelled.selecting(
        zip(labelled.shape.axes, dropped).map { $1 ? .position(0) : .all($0.size) },
        in: computation))
  }

  /// How many positions or queries there are.
  private func time(_ shape: Shape) -> Int { shape.sizes[shape.rank - 2] }

  private func transformer() throws -> Transformer {
    let tape = Tape(pool: try computation.pool(), isRecording: false, keepsNames: false)
    return Transformer(model, on: tape)
  }

  /// Two inputs belong together: the same batch, and keys as far as queries or further.
  private func checkPair(_ first: Shape, _ second: Shape) throws {
    let fits: Bool
    switch piece.parameters[0].name {
    case "q": fits = time(second) >= time(first)
    case "pattern": fits = time(second) == first.lastSize && first.lastSize >= time(first)
    default: fits = first.sizes == second.sizes
    }
    guard fits, first.sizes[0] == second.sizes[0] else {
      throw Complaint(
        "\(piece.name) cannot take \(first) with \(second)",
        remedy: "both come from one pass: the same batch, and keys as far as queries")
    }
  }

  /// A generous count of the numbers that the piece makes on its way.
  private func claim(batch: Int, queries: Int, keys: Int) throws {
    let configuration = model.configuration
    let row =
      8 * configuration.width + 4 * configuration.hidden + 3 * configuration.heads * keys
    try computation.claim([batch, queries, row])
    guard ["logits", "probs", "unembed"].contains(piece.name) else { return }
    try computation.claim([batch, queries, 2 * configuration.vocabulary])
  }

  /// Labels of the position axes and of the vocabulary, as the inputs had them.
  private func labelled(_ result: Tensor, like inputs: [PieceInput]) -> LabelledTensor {
    let (source, keys) = (inputs[0].labelled, inputs[inputs.count - 1].labelled)
    func positions(_ labelled: LabelledTensor) -> AxisLabels {
      let axis = labelled.shape.axes.firstIndex { LabelledTensor.positionAxes.contains($0.name) }
      return axis.map { labelled.labels[$0] } ?? .numbered
    }
    let vocabulary = vocabulary(of: result.shape)
    let labels = result.shape.axes.map { axis -> AxisLabels in
      switch axis.name {
      case "position", "query": positions(source)
      case "key": positions(keys)
      case "vocabulary": vocabulary.map { .fixed($0) } ?? .numbered
      default: .numbered
      }
    }
    return LabelledTensor(fitting: result, labels: labels, rowAxis: source.rowAxis)
  }

  private func vocabulary(of shape: Shape) -> [String]? {
    guard shape.names.contains("vocabulary"),
      let tokenizer = try? computation.surroundings.tokenizer()
    else { return nil }
    return (0..<tokenizer.vocabularySize).map { tokenizer.visibleLabel(of: $0) }
  }
}
