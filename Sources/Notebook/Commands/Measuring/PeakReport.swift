import Kernels
import Training

/// The most memory that this process held while it trained three steps.
struct PeakReport: Report, Decodable {
  let bytes: Int

  /// Takes the steps. Throws `NotYet` on a system that does not tell.
  init(of shape: TrainingShape, pool: WorkerPool) throws {
    let step = shape.makeStep(pool: pool)
    for _ in 0..<3 { try step(nil) }
    guard let bytes = Machine.peakMemory else {
      throw NotYet("this system does not tell how much memory a process held")
    }
    self.bytes = bytes
  }

  func text(on page: Page) -> String {
    "peak memory  \(Varying.bytes(Double(bytes)).text(on: page))"
  }
}
