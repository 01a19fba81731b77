import Tensors

/// A number that can be asked about.
package struct Subject: Hashable, Sendable {
  /// Which computation its node is counted in: the last pass through the model, or the pass of the
  /// last traced step.
  package enum Origin: Hashable, Sendable { case pass, step }

  package let origin: Origin
  package let reference: ElementReference

  package init(_ origin: Origin, _ reference: ElementReference) {
    self.origin = origin
    self.reference = reference
  }

  package init(_ origin: Origin, _ tensor: TensorKey, _ index: [Int]) {
    self.init(origin, ElementReference(tensor, index))
  }

  /// The name of a tensor outside of the computations, such as a weight.
  package var outsideName: String? {
    guard case .named(let name) = reference.tensor else { return nil }
    return name
  }
}
