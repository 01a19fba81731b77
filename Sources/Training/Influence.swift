import Kernels
import Models
import Tensors

/// How much documents push a prediction up or down, by the agreement of gradients: where a step on a
/// document lowers the loss of the prediction too, the dot product of their gradients is positive. It
/// is added up over some of the run's states, each by its learning rate (TracIn: Pruthi, Liu, Kale and
/// Sundararajan 2020, "Estimating Training Data Influence by Tracing Gradient Descent"). AdamW's
/// scaling and momentum are left aside, as there.
package struct Influence: Sendable {
  /// Of each document; above 0 pushes up.
  package private(set) var scores: [Double]
  private let batches: [[TrainingBatch]]
  private let prediction: TrainingBatch

  /// - Parameters:
  ///   - documents: each as its batches
  ///   - prediction: a prompt and what is to follow, of which only that counts
  package init(documents: [[TrainingBatch]], on prediction: TrainingBatch) {
    batches = documents
    self.prediction = prediction
    scores = Array(repeating: 0, count: documents.count)
  }

  /// Adds the agreement at one state of the run. Complexity: a forward and a backward pass of every
  /// document. Throws what `onDocument`, told the number of each document, throws.
  package mutating func add(
    _ model: Model, rate: Float, pool: WorkerPool, onDocument: (Int) throws -> Void
  ) throws {
    let wanted = model.gradient(of: prediction, pool: pool)
    for document in batches.indices {
      try onDocument(document)
      for batch in batches[document] {
        let gradient = model.gradient(of: batch, pool: pool)
        let positions = batch.weights.reduce(0, +)
        let agreement = LaneSum.products(wanted.count, wanted.pointer, gradient.pointer)
        scores[document] += Double(rate) * Double(positions) * Double(agreement)
      }
    }
  }
}
