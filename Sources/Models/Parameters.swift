import Kernels
import Tensors

/// Named tensors that lie side by side in one block of memory, so that the optimiser, the clipping
/// and the fingerprint are single passes. A value: copies never see each other's changes.
package struct Parameters: Sendable {
  package let specifications: [ParameterSpecification]
  private let offsets: [Int]
  private let positionOfName: [String: Int]
  /// All elements, [count].
  package var block: Tensor

  /// Parameters with undefined elements are never seen: `block` must hold them all, or is zeros.
  package init(_ specifications: [ParameterSpecification], block: Tensor? = nil) {
    self.specifications = specifications
    var offsets: [Int] = []
    var count = 0
    for specification in specifications {
      offsets.append(count)
      count += specification.shape.count
    }
    self.offsets = offsets
    positionOfName = Dictionary(
      uniqueKeysWithValues: specifications.enumerated().map { ($0.element.name, $0.offset) })
    let shape = Shape(["element": count])
    precondition(block == nil || block?.count == count, "a block of another size")
    self.block = block ?? .zeros(shape)
  }

  /// Starting values drawn from `stream`: parameter p is step p, its elements are the elements.
  package init(_ specifications: [ParameterSpecification], from stream: RandomStream) {
    self.init(specifications)
    let offsets = offsets
    block.withMutableElements { elements in
      for (position, specification) in specifications.enumerated() {
        for index in 0..<specification.shape.count {
          elements[offsets[position] + index] = specification.start.value(
            stream, parameter: position, element: index)
        }
      }
    }
  }

  /// What one element started at; nil if there is no such parameter.
  package static func start(
    of name: String, at element: Int, among specifications: [ParameterSpecification],
    from stream: RandomStream
  ) -> Float? {
    specifications.firstIndex { $0.name == name }.map {
      specifications[$0].start.value(stream, parameter: $0, element: element)
    }
  }

  package var count: Int { block.count }
  package var names: [String] { specifications.map(\.name) }
  /// Of each parameter's fingerprint, in order.
  package var fingerprint: Fingerprint { Fingerprint(combining: fingerprints()) }

  /// Of the elements of each parameter.
  /// - Parameter pool: threads to share them; nil means the calling one alone
  package func fingerprints(pool: WorkerPool? = nil) -> [Fingerprint] {
    let ranges = ranges.map(\.range)
    return [Fingerprint](unsafeUninitializedCapacity: ranges.count) { buffer, count in
      guard let found = buffer.baseAddress else { return }
      func find(_ index: Int) {
        let bytes = UnsafeRawBufferPointer(
          start: block.pointer + ranges[index].lowerBound,
          count: ranges[index].count * MemoryLayout<Float>.stride)
        (found + index).initialize(to: Fingerprint(bytes: bytes))
      }
      if let pool { pool.forEach(ranges.count, find) } else { ranges.indices.forEach(find) }
      count = ranges.count
    }
  }

  /// A view of one parameter; nil if there is none of that name.
  package subscript(name: String) -> Tensor? { view(name, of: block) }

  /// The part of another block of the same layout (gradients, moments) that belongs to `name`.
  package func view(_ name: String, of block: Tensor) -> Tensor? {
    positionOfName[name].map { position in
      Tensor(
        specifications[position].shape, storage: block.storage,
        offset: block.offset + offsets[position])
    }
  }

  /// Where each parameter lies in the block, and whether it decays.
  package var ranges: [(range: Range<Int>, decays: Bool)] {
    zip(offsets, specifications).map { offset, specification in
      (offset..<offset + specification.shape.count, specification.decays)
    }
  }

  /// Writes `values` over the parameter `name`; sizes must agree.
  package mutating func set(_ name: String, to values: Tensor) {
    guard let position = positionOfName[name] else { preconditionFailure("no parameter \(name)") }
    precondition(values.count == specifications[position].shape.count, "\(name) has another size")
    let offset = offsets[position]
    block.withMutableElements {
      ($0 + offset).update(from: values.pointer, count: values.count)
    }
  }
}

extension ParameterSpecification.Start {
  fileprivate func value(_ stream: RandomStream, parameter: Int, element: Int) -> Float {
    switch self {
    case .zeros: 0
    case .ones: 1
    case .normal(let deviation): stream.normal(step: parameter, element: element) * deviation
    }
  }
}
