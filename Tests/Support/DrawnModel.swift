import Kernels
import Models
import Tensors

/// A model and a batch that Python draws as well (`Tools/fixtures/accuracy.py`): whole numbers made
/// of Philox words, scaled by powers of two, so that both have the same bits.
package struct DrawnModel {
  package let model: Model
  package let tokens: TokenBatch
  package let targets: [Int32]
  private static let stream: UInt32 = 9

  /// `batch` sequences of `time` tokens for a model whose weights all matter.
  package init(_ configuration: Configuration, seed: UInt64, batch: Int, time: Int) {
    let random = RandomStream(seed: seed, stream: Self.stream)
    var parameters = Parameters(configuration.parameters)
    for (step, name) in parameters.names.sorted().enumerated() {
      guard let shape = parameters[name]?.shape else { continue }
      let center: Float = shape.rank == 1 && name.hasSuffix("weight") ? 1 : 0
      parameters.set(
        name,
        to: Tensor(
          shape,
          (0..<shape.count).map { center + Self.bell(random.words(step: step, element: $0)) * 0.5 })
      )
    }
    func ids(step: Int) -> [Int32] {
      (0..<batch * time).map {
        Int32(random.words(step: step, element: $0)[0] % UInt32(configuration.vocabulary))
      }
    }
    let ids1000 = ids(step: 1000)
    model = Model(configuration, parameters: parameters)
    tokens = TokenBatch(
      (0..<batch).map { row in ids1000[row * time..<(row + 1) * time].map(Int.init) })
    targets = ids(step: 1001)
  }

  /// The sum of four uniform numbers of 16 bits, moved to 0 and scaled to −1..<1: nearly normal, with
  /// a deviation of 0.289.
  private static func bell(_ words: SIMD4<UInt32>) -> Float {
    Float((words &>> 16).wrappedSum()) * 0x1p-17 - 1
  }
}
