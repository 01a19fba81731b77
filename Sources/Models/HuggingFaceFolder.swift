import Foundation
import Tensors
import Text

/// The folder layout in which models are exchanged: `config.json`, `model.safetensors`,
/// `tokenizer.json`.
package enum HuggingFaceFolder {
  package struct Written: Sendable {
    package let architecture: String
    package let names: [String]
  }

  /// Writes a model so that `transformers` loads it as GPT2LMHeadModel or LlamaForCausalLM. An
  /// adapter is added into the weights. Throws `ConfigurationError` if the switches are those of
  /// neither family, and `FileError`.
  package static func write(
    _ model: Model, tokenizer: Tokenizer, to folder: URL
  ) throws -> Written {
    let family = try Family(model.configuration)
    let merged = model.merged
    var weights = SafetensorsWriter()
    weights.metadata = ["format": "pt"]
    switch family {
    case .gpt2: GPT2Layout.add(merged, to: &weights)
    case .llama: LlamaLayout.add(merged, to: &weights)
    }
    let configuration = family.description(model.configuration, tokenizer)
    let json = try JSONSerialization.data(
      withJSONObject: configuration, options: [.prettyPrinted, .sortedKeys])
    let files = [
      ("config.json", json), ("model.safetensors", try weights.encoded()),
      ("tokenizer.json", Data(TokenizerFile.text(of: tokenizer).utf8)),
    ]
    for (name, contents) in files {
      try AtomicFile.write(contents, to: folder.appendingPathComponent(name))
    }
    return Written(architecture: family.architecture, names: files.map(\.0))
  }

  /// Which known architecture a configuration is.
  enum Family {
    case gpt2, llama

    init(_ configuration: Configuration) throws {
      let c = configuration
      if c.norm == .layerNorm, c.positions == .learned, c.feedForward == .gelu,
        c.keyValueHeads == c.heads
      {
        self = .gpt2
      } else if c.norm == .rmsNorm, c.positions == .rotary, c.feedForward == .swiglu, !c.bias {
        self = .llama
      } else {
        throw ConfigurationError(
          description: "no architecture of transformers mixes \(c.norm.rawValue),"
            + " \(c.positions.rawValue) positions and \(c.feedForward.rawValue)"
            + "\(c.bias ? " with biases" : "") this way; --family gpt2 and --family llama export")
      }
    }

    var architecture: String { self == .gpt2 ? "GPT2LMHeadModel" : "LlamaForCausalLM" }

    func description(_ c: Configuration, _ tokenizer: Tokenizer) -> [String: Any] {
      var fields: [String: Any] = [
        "architectures": [architecture], "vocab_size": c.vocabulary,
        "tie_word_embeddings": c.tied, "torch_dtype": "float32",
      ]
      if let end = tokenizer.specialID("<|endoftext|>") {
        fields["bos_token_id"] = end
        fields["eos_token_id"] = end
      }
      let own: [String: Any] =
        self == .gpt2
        ? [
          "model_type": "gpt2", "n_positions": c.context, "n_embd": c.width, "n_layer": c.layers,
          "n_head": c.heads, "n_inner": c.hidden, "activation_function": "gelu_new",
          "layer_norm_epsilon": Double(c.epsilon), "resid_pdrop": Double(c.dropout),
          "embd_pdrop": Double(c.dropout), "attn_pdrop": Double(c.dropout),
        ]
        : [
          "model_type": "llama", "max_position_embeddings": c.context, "hidden_size": c.width,
          "num_hidden_layers": c.layers, "num_attention_heads": c.heads,
          "num_key_value_heads": c.keyValueHeads, "intermediate_size": c.hidden,
          "hidden_act": "silu", "rms_norm_eps": Double(c.epsilon),
          "rope_theta": Double(c.rotaryBase), "attention_bias": false, "mlp_bias": false,
          "head_dim": c.headSize,
        ]
      return fields.merging(own) { first, _ in first }
    }
  }
}
