import Tensors

/// The names and layout of GPT2LMHeadModel: query, key and value in one product, weights [in, out]
/// as ours. A model without biases gets zeros.
enum GPT2Layout {
  static func add(_ model: Parameters, to file: inout SafetensorsWriter) {
    file.add("transformer.wte.weight", model.required("embed.weight"))
    file.add("transformer.wpe.weight", model.required("pos_embed.weight"))
    var layer = 0
    while model["blocks.\(layer).ln1.weight"] != nil {
      addBlock("blocks.\(layer).", "transformer.h.\(layer).", model, to: &file)
      layer += 1
    }
    addNorm("ln_final", "transformer.ln_f", model, to: &file)
    if let table = model["unembed.weight"] { file.add("lm_head.weight", table) }
  }

  private static func addBlock(
    _ ours: String, _ theirs: String, _ model: Parameters, to file: inout SafetensorsWriter
  ) {
    addNorm(ours + "ln1", theirs + "ln_1", model, to: &file)
    let parts = ["q", "k", "v"].map { model.required(ours + "attn.\($0).weight") }
    file.add(theirs + "attn.c_attn.weight", sideBySide(parts))
    let biases = ["q", "k", "v"].flatMap {
      bias(ours + "attn.\($0)", model).values
    }
    file.add(theirs + "attn.c_attn.bias", Tensor(Shape(["channel": biases.count]), biases))
    addLinear(ours + "attn.out", theirs + "attn.c_proj", model, to: &file)
    addNorm(ours + "ln2", theirs + "ln_2", model, to: &file)
    addLinear(ours + "mlp.pre", theirs + "mlp.c_fc", model, to: &file)
    addLinear(ours + "mlp.out", theirs + "mlp.c_proj", model, to: &file)
  }

  private static func addLinear(
    _ ours: String, _ theirs: String, _ model: Parameters, to file: inout SafetensorsWriter
  ) {
    file.add(theirs + ".weight", model.required(ours + ".weight"))
    file.add(theirs + ".bias", bias(ours, model))
  }

  private static func addNorm(
    _ ours: String, _ theirs: String, _ model: Parameters, to file: inout SafetensorsWriter
  ) {
    file.add(theirs + ".weight", model.required(ours + ".weight"))
    file.add(theirs + ".bias", bias(ours, model))
  }

  /// The bias of a product or norm, zeros if it has none.
  private static func bias(_ name: String, _ model: Parameters) -> Tensor {
    let size = model.required(name + ".weight").shape.lastSize
    return model[name + ".bias"] ?? .zeros(Shape(["channel": size]))
  }

  /// Matrices of one height joined along their columns.
  private static func sideBySide(_ parts: [Tensor]) -> Tensor {
    let rows = parts[0].shape.sizes[0]
    let widths = parts.map { $0.shape.sizes[1] }
    let width = widths.reduce(0, +)
    return Tensor(Shape(["width": rows, "channel": width])) { out in
      for row in 0..<rows {
        var start = out + row * width
        for (part, size) in zip(parts, widths) {
          start.update(from: part.pointer + row * size, count: size)
          start += size
        }
      }
    }
  }
}

extension Parameters {
  /// A parameter that every model of the family has.
  func required(_ name: String) -> Tensor {
    guard let tensor = self[name] else { preconditionFailure("the model has no \(name)") }
    return tensor
  }
}
