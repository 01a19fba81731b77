import Foundation
import Kernels
import Testing

/// One of our functions beside the same one of the system in double precision.
struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  typealias Kernel =
    @Sendable (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void

  let name: String
  let kernel: Kernel
  let exact: @Sendable (Double) -> Double
  /// Where it passes from one formula or kind of result to another.
  let borders: [Float]

  static let all = [
    ElementaryFunction(
      name: "exp", kernel: { Pointwise.exp($0, $1, into: $2) }, exact: { Foundation.exp($0) },
      borders: [-132.39, -103.972, -103.279, -87.3365, 88.7228, 89]),
    ElementaryFunction(
      name: "log", kernel: { Pointwise.log($0, $1, into: $2) }, exact: { Foundation.log($0) },
      borders: [.leastNormalMagnitude, 0.707107, 1, 1.414214]),
    ElementaryFunction(
      name: "tanh", kernel: { Pointwise.tanh($0, $1, into: $2) }, exact: { Foundation.tanh($0) },
      borders: [0.55, 9.01, 10]),
    ElementaryFunction(
      name: "erf", kernel: { Pointwise.erf($0, $1, into: $2) }, exact: { Foundation.erf($0) },
      borders: [1, 3.92, 4]),
    ElementaryFunction(
      name: "sin", kernel: { Pointwise.sin($0, $1, into: $2) }, exact: { Foundation.sin($0) },
      borders: [0.785, 1.570796, 3.141593, 6.283185]),
    ElementaryFunction(
      name: "cos", kernel: { Pointwise.cos($0, $1, into: $2) }, exact: { Foundation.cos($0) },
      borders: [0.785, 1.570796, 3.141593, 6.283185]),
  ]

  var testDescription: String { name }

  func callAsFunction(_ inputs: [Float]) -> [Float] {
    [Float](unsafeUninitializedCapacity: inputs.count) { outputs, count in
      kernel(inputs.count, inputs, outputs.baseAddress!)
      count = inputs.count
    }
  }

  /// The largest error over `inputs`.
  func largestError(_ inputs: [Float]) -> LargestError {
    var worst = LargestError()
    for (input, found) in zip(inputs, self(inputs)) {
      worst.add(input, found: found, exact: exact(Double(input)))
    }
    return worst
  }

  /// The largest error over every `step`th of all 2³² floats, on the pool's threads.
  func largestError(every step: Int, pool: WorkerPool) -> LargestError {
    let perPart = 1 << 16
    let parts = ((1 << 32) + step * perPart - 1) / (step * perPart)
    let found = UnsafeMutablePointer<LargestError>.allocate(capacity: parts)
    defer { found.deallocate() }
    pool.forEach(parts) { part in
      let patterns = stride(
        from: part * step * perPart, to: min((part + 1) * step * perPart, 1 << 32), by: step)
      found[part] = largestError(patterns.map { Float(bitPattern: UInt32($0)) })
    }
    return UnsafeBufferPointer(start: found, count: parts).reduce(LargestError()) { $0.worse($1) }
  }
}
