import Kernels
import Models

/// The memory that a training run takes, in bytes, told before it is spent.
package struct MemoryPlan: Encodable, Equatable, Sendable {
  /// A float for each trained weight. A frozen base beside an adapter is held already.
  package let weights: Double
  /// Two for each trained weight: AdamW's mean and mean square of its gradients.
  package let moments: Double
  /// One for each trained weight, gathered over a step.
  package let gradients: Double
  /// What lies between input and loss, and gradients on the way back, for the sequences that go
  /// through the model at a time. The last micro-batch of a step may be smaller, and then has room of
  /// its own.
  package let activations: Double
  /// The gradients of all token vectors of a step, which are added to the table at its end.
  package let lookups: Double
  /// Strips of matrices in the order in which the innermost loop reads them.
  package let packing: Double
  /// The file of weights and moments, as it is put together.
  package let snapshot: Double
  /// What the process holds already: the program, text, tokens, other models.
  package let held: Double

  /// How many sequences go through the model at a time.
  package let sequencesAtOnce: Int

  /// All of it, while a snapshot is written.
  package var peak: Double {
    weights + moments + gradients + activations + lookups + packing + snapshot + held
  }

  private enum CodingKeys: String, CodingKey {
    case weights, moments, gradients, activations, lookups, packing, snapshot, held
    case sequencesAtOnce, peak
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let terms: [(CodingKeys, Double)] = [
      (.weights, weights), (.moments, moments), (.gradients, gradients),
      (.activations, activations), (.lookups, lookups), (.packing, packing),
      (.snapshot, snapshot), (.held, held), (.peak, peak),
    ]
    for (key, bytes) in terms { try container.encode(bytes, forKey: key) }
    try container.encode(sequencesAtOnce, forKey: .sequencesAtOnce)
  }

  /// - Parameters:
  ///   - microBatch: as in `Trainer`; nil means as many as suit the machine
  ///   - held: what the process holds before
  package init(_ request: TrainingRequest, microBatch: Int? = nil, held: Int) {
    let configuration = request.configuration
    let trained = request.trained.reduce(0) { $0 + $1.shape.count }
    let block = 4 * Double(trained)
    weights = block
    moments = 2 * block
    gradients = block
    snapshot = 3 * Double(PackedFloats.usualSize(trained))
    self.held = Double(held)

    let size = min(request.batch, microBatch ?? Trainer.sequencesAtOnce(time: request.window))
    sequencesAtOnce = size
    let count = ActivationCount(
      configuration: configuration, adapter: request.adapter, time: request.window)
    let rest = request.batch % size
    activations =
      4 * (count.floats(sequences: size) + (rest > 0 ? count.floats(sequences: rest) : 0))
    let isTableTrained = request.adapter == nil
    lookups =
      isTableTrained
      ? 4 * Double(request.batch) * Double(request.window) * Double(configuration.width) : 0
    packing = 0x1p23
  }

  /// The plan of a run that begins now. Throws `TrainingError`, with the figures, if it does not fit
  /// into this machine.
  package init(fitting request: TrainingRequest, microBatch: Int? = nil) throws {
    self.init(request, microBatch: microBatch, held: Machine.heldMemory)
    try requireFit(in: Machine.memory)
  }

  /// Throws `TrainingError`, with the figures and a remedy, unless the peak fits into `available`
  /// bytes.
  package func requireFit(in available: Int) throws {
    guard peak > Double(available) else { return }
    let rest =
      activations > weights + moments + gradients + snapshot
      ? (sequencesAtOnce > 1
        ? "activations take \(gigabytes(activations)); try --micro-batch 1"
        : "activations take \(gigabytes(activations)); a smaller --context needs fewer")
      : "weights, gradients, moments and their snapshot take"
        + " \(gigabytes(weights + moments + gradients + snapshot)); a smaller --width or fewer"
        + " --layers need less"
    throw TrainingError(
      "this run would take \(gigabytes(peak)) of memory, and there are \(gigabytes(Double(available))):"
        + " \(rest)")
  }

  private func gigabytes(_ bytes: Double) -> String {
    let tenths = (bytes / 1e8).rounded(.up)
    return tenths < 1e15 ? "\(Int(tenths) / 10).\(Int(tenths) % 10) GB" : "\(bytes / 1e9) GB"
  }
}
