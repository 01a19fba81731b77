import Kernels

/// Moves heads out of the channels and back; copies, computes nothing.
enum Heads {
  /// [B, T, H·D] → [B, H, T, D]
  static func split(_ x: Tensor, into heads: Int, on engine: Engine) -> Tensor {
    let (batch, time, width) = (x.shape.sizes[0], x.shape.sizes[1], x.shape.sizes[2])
    precondition(width % heads == 0, "\(width) channels cannot be split into \(heads) heads")
    let size = width / heads
    let shape = Shape([
      x.shape.axes[0], Axis("head", heads), Axis("position", time), Axis("channel", size),
    ])
    return engine.tensor(shape) { out in
      engine.pool.forEach(batch * heads) { index in
        let (row, head) = (index / heads, index % heads)
        for t in 0..<time {
          (out + (index * time + t) * size)
            .update(from: x.pointer + (row * time + t) * width + head * size, count: size)
        }
      }
    }
  }

  /// [B, H, T, D] → [B, T, H·D], the last axis named `axis`
  static func merge(_ x: Tensor, axis: String, on engine: Engine) -> Tensor {
    let sizes = x.shape.sizes
    let (batch, heads, time, size) = (sizes[0], sizes[1], sizes[2], sizes[3])
    let width = heads * size
    let shape = Shape([x.shape.axes[0], Axis("position", time), Axis(axis, width)])
    return engine.tensor(shape) { out in
      engine.pool.forEach(batch * heads) { index in
        let (row, head) = (index / heads, index % heads)
        for t in 0..<time {
          (out + (row * time + t) * width + head * size)
            .update(from: x.pointer + (index * time + t) * size, count: size)
        }
      }
    }
  }
}
