import Kernels
import Tensors

extension Model {
  /// The weights with the adapter's product A·B·scale added in: one model that needs no adapter.
  var merged: Parameters {
    guard let adapter else { return parameters }
    var result = parameters
    for name in parameters.names where name.hasSuffix(".weight") {
      let prefix = String(name.dropLast("weight".count))
      guard let a = adapter.parameters[prefix + "lora_a"],
        let b = adapter.parameters[prefix + "lora_b"], let weight = parameters[name]
      else { continue }
      result.set(name, to: Self.sum(weight, a, b, scale: adapter.scale))
    }
    return result
  }

  /// weight[C, N] + a[C, R]·b[R, N]·scale
  private static func sum(_ weight: Tensor, _ a: Tensor, _ b: Tensor, scale: Float) -> Tensor {
    let (rows, columns) = (weight.shape.sizes[0], weight.shape.sizes[1])
    let rank = a.shape.sizes[1]
    return Tensor(weight.shape) { out in
      MatrixProduct.multiplyAlone(
        rows: rows, columns: columns, terms: rank, MatrixView(a.pointer, columns: rank),
        MatrixView(b.pointer, columns: columns), into: out)
      Pointwise.scale(weight.count, out, by: scale, into: out)
      Pointwise.add(weight.count, weight.pointer, out, into: out)
    }
  }
}
