import Tensors

/// The keys and values of the positions that were already read, so that the next token costs one
/// position instead of all of them. The numbers are the very ones that a fresh pass would compute.
package struct KeyValueCache: Sendable {
  private var layers: [(k: Tensor, v: Tensor)?]
  /// Positions held.
  package private(set) var length = 0

  package init(layers: Int) { self.layers = Array(repeating: nil, count: layers) }

  /// Adds k and v [B, K, T, D] of new positions and returns those of all positions [B, K, S, D].
  mutating func extend(layer: Int, k: Tensor, v: Tensor) -> (k: Tensor, v: Tensor) {
    let all = layers[layer].map { (Self.join($0.k, k), Self.join($0.v, v)) } ?? (k, v)
    layers[layer] = all
    if layer == layers.count - 1 { length += k.shape.sizes[2] }
    return all
  }

  private static func join(_ old: Tensor, _ new: Tensor) -> Tensor {
    let (before, after) = (old.shape.sizes[2], new.shape.sizes[2])
    let size = old.shape.sizes[3]
    let axes = old.shape.axes
    let shape = Shape([axes[0], axes[1], Axis("position", before + after), axes[3]])
    return Tensor(shape) { out in
      for head in 0..<axes[0].size * axes[1].size {
        let start = out + head * (before + after) * size
        start.update(from: old.pointer + head * before * size, count: before * size)
        (start + before * size).update(
          from: new.pointer + head * after * size, count: after * size)
      }
    }
  }
}
