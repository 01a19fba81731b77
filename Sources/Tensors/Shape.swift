/// One direction of a tensor: what it runs over, and how far.
package struct Axis: Hashable, Sendable {
  package let name: String
  package let size: Int

  package init(_ name: String, _ size: Int) {
    precondition(size >= 0, "axis \(name) has the negative size \(size)")
    self.name = name
    self.size = size
  }
}

/// The axes of a tensor, outermost first. Elements lie in row-major order.
package struct Shape: Hashable, Sendable, CustomStringConvertible {
  package let axes: [Axis]

  package init(_ axes: [Axis]) { self.axes = axes }

  /// For example `["batch": 2, "position": 16]`.
  package init(_ axes: KeyValuePairs<String, Int>) {
    self.axes = axes.map { Axis($0.key, $0.value) }
  }

  /// A single number has no axes.
  package static let scalar = Shape([Axis]())

  package var sizes: [Int] { axes.map(\.size) }
  package var names: [String] { axes.map(\.name) }
  package var rank: Int { axes.count }
  package var count: Int { axes.reduce(1) { $0 * $1.size } }

  /// Elements between neighbours along each axis.
  package var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * axes[axis + 1].size
    }
    return strides
  }

  /// Size of the last axis, 1 for a scalar.
  package var lastSize: Int { axes.last?.size ?? 1 }
  /// How many rows there are along the last axis.
  package var rowCount: Int { axes.dropLast().reduce(1) { $0 * $1.size } }

  /// The offset of the element at `index`, one number for each axis, all in range.
  package func offset(of index: [Int]) -> Int {
    precondition(index.count == rank, "an index of \(index.count) numbers into \(self)")
    var offset = 0
    for (axis, position) in zip(axes, index) {
      precondition(position >= 0 && position < axis.size, "index \(index) outside \(self)")
      offset = offset * axis.size + position
    }
    return offset
  }

  /// The inverse of `offset(of:)`.
  package func index(at offset: Int) -> [Int] {
    var rest = offset
    return strides.map { stride in
      defer { rest %= stride }
      return rest / stride
    }
  }

  package func replacingLast(with axis: Axis) -> Shape { Shape(axes.dropLast() + [axis]) }
  package func dropping(axis: Int) -> Shape {
    Shape(axes.enumerated().filter { $0.offset != axis }.map(\.element))
  }

  /// `[batch 2, position 16]`
  package var description: String {
    "[" + axes.map { "\($0.name) \($0.size)" }.joined(separator: ", ") + "]"
  }
}
