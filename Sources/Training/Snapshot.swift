import Foundation
import Kernels
import Models
import Tensors

/// The trainable weights and the optimiser's two moments after a step: three blocks of packed floats, one
/// behind the other.
package enum Snapshot {
  /// What a snapshot of so many weights takes, in bytes; exponents far apart can make it up to a seventh
  /// more.
  static func usualSize(_ count: Int) -> Int { 3 * PackedFloats.usualSize(count) }

  package static func encode(_ trainer: Trainer, pool: WorkerPool) -> Data {
    let blocks = [trainer.model.trainable.block, trainer.optimizer.m, trainer.optimizer.v]
    let packed = blocks.map { PackedFloats($0.count, $0.pointer, pool: pool) }
    var contents = Data(count: packed.reduce(0) { $0 + $1.size })
    contents.withUnsafeMutableBytes { bytes in
      guard var place = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
      for floats in packed {
        floats.write(to: place, pool: pool)
        place += floats.size
      }
    }
    withExtendedLifetime(blocks) {}
    return contents
  }

  /// Puts a snapshot's weights and moments into a trainer. Throws `FileError` if it is not of this model.
  /// - Parameter arena: where they lie, and what the trainer computes with
  package static func load(
    _ contents: Data, of url: URL, step: Int, into model: Model, _ request: TrainingRequest,
    in arena: Arena = Arena()
  ) throws -> Trainer {
    var model = model
    let shape = model.trainable.block.shape
    let blocks = try contents.withUnsafeBytes { bytes in
      var rest = UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[...])
      let blocks = try (0..<3).map { _ in
        let storage = Storage(uninitialized: shape.count, from: arena)
        guard let read = PackedFloats.read(shape.count, from: rest, into: storage.pointer) else {
          throw FileError(
            url, "cut off: it ends before \(shape.count) weights and their moments do")
        }
        rest = UnsafeBufferPointer(rebasing: rest[read...])
        return Tensor(shape, storage: storage)
      }
      guard rest.isEmpty else { throw FileError(url, "damaged: \(rest.count) bytes too many") }
      return blocks
    }
    model.withTrainable { $0.block = blocks[0] }
    return Trainer(
      request, model: model, optimizer: OptimizerState(m: blocks[1], v: blocks[2]),
      completedSteps: step, arena: arena)
  }
}
