import Kernels
import Tensors

/// How far vectors point the same way.
enum Similarity {
  /// x·y / (|x| |y|) for each vector along the last axis of `x`, with the vector of the same place
  /// in `y`, or with the only one there.
  static func cosine(_ arguments: Arguments) throws -> LabelledTensor {
    let (x, y) = (try arguments.tensor("x"), try arguments.tensor("y"))
    guard x.shape.rank > 0, y.shape.rank > 0, x.shape.lastSize == y.shape.lastSize,
      y.shape.rank == 1 || x.shape.sizes == y.shape.sizes
    else {
      throw Complaint(
        "cos compares vectors of one size, not \(x.shape) and \(y.shape)",
        remedy: "y has the shape of x, or is one vector", parameter: "y")
    }
    let other = y.tensor.pointer
    let step = y.shape.rank == 1 ? 0 : y.shape.lastSize
    var row = 0
    return try Rows.reduce(x, along: x.shape.rank - 1, in: arguments.computation) { vector in
      guard let a = vector.baseAddress else { return .nan }
      let b = other + row * step
      row += 1
      let lengths =
        LaneSum.products(vector.count, a, a).squareRoot()
        * LaneSum.products(vector.count, b, b).squareRoot()
      return LaneSum.products(vector.count, a, b) / lengths
    }
  }
}
