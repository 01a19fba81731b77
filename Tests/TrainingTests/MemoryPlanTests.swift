import Kernels
import Models
import Support
import Tensors
import Testing
import Training

@Suite struct MemoryPlanTests {
  private let configuration = Configuration.gpt2(
    vocabulary: 10, context: 8, layers: 2, heads: 2, width: 4)

  private func request(batch: Int = 4, adapter: Adapter.Plan? = nil) -> TrainingRequest {
    var request = SmallWorld.request(configuration, adapter: adapter)
    request.batch = batch
    request.window = 8
    return request
  }

  @Test func everyTrainedWeightHasAGradientAndTwoMoments() {
    let floats = configuration.parameters.reduce(0) { $0 + $1.shape.count }
    let count = Double(floats)
    let plan = MemoryPlan(request(), held: 1000)
    #expect(plan.weights == 4 * count)
    #expect(plan.gradients == 4 * count)
    #expect(plan.moments == 8 * count)
    #expect(plan.snapshot == Double(3 * PackedFloats.usualSize(floats)))
    #expect(
      plan.peak
        == 16 * count + plan.snapshot + plan.activations + plan.lookups + plan.packing + 1000)
  }

  @Test func activationsAreThoseOfTheSequencesAtOnce() {
    // Per position: embedding, position and last norm, 3·4; in each of two blocks two norms, two
    // sums, q, z, k and v, 8·4, and the feed-forward layer, 2·16; logits and probabilities 2·10, the
    // loss 1. On the way back 10 + 2·4 + 2·16.
    let positions = 12 + 2 * (32 + 32) + 21 + 50
    let pattern = 2 * 2 * 8 * 8
    let one = Double(4 * (8 * positions + pattern))
    #expect(MemoryPlan(request(), microBatch: 1, held: 0).activations == one)
    #expect(MemoryPlan(request(), held: 0).activations == 4 * one)
    // Three at a time and one that is left over each have room of their own.
    #expect(MemoryPlan(request(), microBatch: 3, held: 0).activations == 4 * one)
    #expect(MemoryPlan(request(batch: 6), microBatch: 3, held: 0).activations == 3 * one)
  }

  /// What a step's arena holds in the end, to the float; also where keys are fewer and positions turned.
  @Test(arguments: [
    Configuration.gpt2(vocabulary: 10, context: 8, layers: 2, heads: 2, width: 4),
    Configuration.llama(
      vocabulary: 10, context: 8, layers: 2, heads: 2, keyValueHeads: 1, width: 4, hidden: 12),
  ])
  func aStepTakesWhatWasPlanned(configuration: Configuration) {
    var request = SmallWorld.request(configuration)
    (request.batch, request.window) = (4, 8)
    let batch = TrainingBatch(
      sequences: (0..<4).map { row in (0...8).map { Int32(($0 * 3 + row) % 10) } })
    let (model, arena) = (SmallWorld.model(configuration), Arena())
    let gradients = GradientBlock(like: model.trainable, in: arena)
    let tape = Tape(
      pool: WorkerPool(threadCount: 2), arena: arena, isRecording: true, keepsNames: false)
    var transformer = Transformer(model, on: tape, gradients: gradients)
    let loss = tape.apply(
      .tokenLosses(targets: batch.targets), transformer.logits(batch.tokens))
    tape.backward(from: loss, gradient: Tensor(loss.shape, batch.weights))
    let plan = MemoryPlan(request, held: 0)
    #expect(Double(4 * arena.floats) == plan.activations + plan.gradients)
  }

  @Test func anAdapterTrainsLessThanItsBase() {
    let adapter = Adapter.Plan(rank: 1, alpha: 1, targets: ["attn.q", "mlp.pre"])
    let plan = MemoryPlan(request(adapter: adapter), held: 0)
    #expect(plan.weights == Double(4 * 2 * (8 + 20)))
    #expect(plan.lookups == 0)
    #expect(plan.activations > MemoryPlan(request(), held: 0).activations)
  }

  @Test func whatDoesNotFitIsRefusedWithTheFigure() throws {
    let plan = MemoryPlan(request(), held: 0)
    try plan.requireFit(in: Int(plan.peak))
    let error = #expect(throws: TrainingError.self) { try plan.requireFit(in: 5_000_000) }
    #expect(
      error?.description == """
        this run would take 0.1 GB of memory, and there are 0.1 GB: activations take 0.1 GB; try \
        --micro-batch 1
        """)
  }

  @Test func aShapeAtAllBoundsIsRefusedToo() throws {
    let bound = 1 << 24
    for vast in [
      Configuration.gpt2(
        vocabulary: bound, context: bound, layers: 1000, heads: 1, width: bound / 4),
      Configuration.llama(
        vocabulary: bound, context: bound, layers: 1000, heads: 1, keyValueHeads: 1, width: bound,
        hidden: bound),
    ] {
      try vast.validate()
      var request = SmallWorld.request(vast)
      request.batch = 4096
      request.window = bound
      #expect(throws: TrainingError.self) {
        try MemoryPlan(request, held: 0).requireFit(in: .max)
      }
    }
  }
}
