import Tensors

/// The names and layout of LlamaForCausalLM: weights [out, in], the transpose of ours.
enum LlamaLayout {
  private static let products = [
    ("attn.q", "self_attn.q_proj"), ("attn.k", "self_attn.k_proj"), ("attn.v", "self_attn.v_proj"),
    ("attn.out", "self_attn.o_proj"), ("mlp.gate", "mlp.gate_proj"), ("mlp.pre", "mlp.up_proj"),
    ("mlp.out", "mlp.down_proj"),
  ]

  static func add(_ model: Parameters, to file: inout SafetensorsWriter) {
    file.add("model.embed_tokens.weight", model.required("embed.weight"))
    var layer = 0
    while model["blocks.\(layer).ln1.weight"] != nil {
      let (ours, theirs) = ("blocks.\(layer).", "model.layers.\(layer).")
      file.add(theirs + "input_layernorm.weight", model.required(ours + "ln1.weight"))
      file.add(theirs + "post_attention_layernorm.weight", model.required(ours + "ln2.weight"))
      for (our, their) in products {
        file.add(theirs + their + ".weight", transposed(model.required(ours + our + ".weight")))
      }
      layer += 1
    }
    file.add("model.norm.weight", model.required("ln_final.weight"))
    if let table = model["unembed.weight"] { file.add("lm_head.weight", table) }
  }

  private static func transposed(_ matrix: Tensor) -> Tensor {
    let (rows, columns) = (matrix.shape.sizes[0], matrix.shape.sizes[1])
    return Tensor(Shape([matrix.shape.axes[1], matrix.shape.axes[0]])) { out in
      for row in 0..<rows {
        for column in 0..<columns {
          out[column * rows + row] = matrix.pointer[row * columns + column]
        }
      }
    }
  }
}
