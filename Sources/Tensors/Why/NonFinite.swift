/// The first number of a tensor that is neither a number nor meant to be infinite, and what made it.
package struct NonFinite: Sendable, Equatable {
  /// The tensor's name, with `.grad` if it is a gradient.
  package let name: String
  package let index: [Int]
  package let value: Float
  /// `made by linear from blocks.0.ln2 and blocks.0.mlp.pre.weight`; nil for what nothing made.
  package let origin: String?

  init(name: String, index: [Int], value: Float, origin: String?) {
    self.name = name
    self.index = index
    self.value = value
    self.origin = origin
  }

  /// The first in row-major order; nil if the tensor is all finite.
  package init?(_ name: String, _ tensor: Tensor) {
    guard let index = tensor.firstNonFinite() else { return nil }
    self.init(name: name, index: index, value: tensor[index], origin: nil)
  }

  /// `nan`, `inf` or `-inf`: a NaN's sign differs between processors and says nothing.
  package static func word(for value: Float) -> String { value.isNaN ? "nan" : value.description }

  /// `blocks.0.mlp.pre[0, 3, 17]`, without brackets for a single number.
  package var place: String {
    index.isEmpty ? name : "\(name)[\(index.map(String.init).joined(separator: ", "))]"
  }
}

extension NonFinite: CustomStringConvertible {
  /// `blocks.0.mlp.pre[0, 3, 17] is inf, made by linear from …`
  package var description: String {
    (["\(place) is \(Self.word(for: value))"] + (origin.map { [$0] } ?? [])).joined(separator: ", ")
  }
}

extension Tensor {
  /// Where the first element that is NaN or infinite stands, those left out for which `isMeant`.
  func firstNonFinite(unless isMeant: ([Int]) -> Bool = { _ in false }) -> [Int]? {
    let elements = pointer
    for offset in 0..<count where !elements[offset].isFinite {
      let index = shape.index(at: offset)
      if !isMeant(index) { return index }
    }
    return nil
  }
}
