import Foundation
import Models
import Tensors

/// Numbers that PyTorch computed; see `Tools/fixtures`.
package enum Fixture {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  package static func open(_ name: String) throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: folder.appendingPathComponent(name))
  }
}

extension SafetensorsFile {
  /// A float tensor with axes named by their number.
  package func tensor(_ name: String) throws -> Tensor {
    let sizes = entries[name]?.sizes ?? []
    return try tensor(
      name, shape: Shape(sizes.enumerated().map { Axis("axis\($0.offset)", $0.element) }))
  }
}

/// Places where two tensors differ by more than `relative` of the expected value plus `absolute`;
/// −∞ equals −∞.
package func differences(
  _ found: Tensor, _ expected: Tensor, relative: Float = 1e-4, absolute: Float = 1e-5
) -> [String] {
  guard found.shape.sizes == expected.shape.sizes else {
    return ["shape \(found.shape) instead of \(expected.shape)"]
  }
  return zip(found.values, expected.values).enumerated().compactMap { index, pair in
    let (found, expected) = pair
    if found == expected { return nil }
    let isNear = (found - expected).magnitude <= relative * expected.magnitude + absolute
    return isNear ? nil : "[\(index)] \(found) instead of \(expected)"
  }
}
