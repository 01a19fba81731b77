/// One line on what lies behind each of the model's names.
enum TensorGuide {
  /// The description of a name such as `blocks.0.attn.q.weight.grad`; nil if no tensor is called so.
  static func description(of name: String) -> String? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var endings: [String] = []
    while let suffix = suffixes.first(where: { parts.suffix($0.parts.count) == $0.parts[...] }),
      parts.count > suffix.parts.count
    {
      parts.removeLast(suffix.parts.count)
      endings.append(suffix.text)
    }
    if parts.first == "blocks", parts.count > 1, Int(parts[1]) != nil {
      parts.removeFirst(2)
      parts.insert("blocks", at: 0)
    }
    let bare = parts.joined(separator: ".")
    guard let entry = entries.first(where: { $0.name == bare }) else { return nil }
    return (endings + [entry.text]).joined(separator: "; ")
  }

  /// Every name without endings, in the first block where it has one in each.
  static var names: [String] {
    entries.map { $0.name.replacing(/^blocks\./, with: "blocks.0.") }
  }

  /// What a name can begin with, up to its first dot.
  static var roots: [String] { entries.map { String($0.name.prefix { $0 != "." }) } }

  private static let suffixes: [(parts: [String], text: String)] = [
    (["grad"], "gradient: how the loss changes with each number"),
    (["update"], "what the last step added"),
    (["before"], "as it was before the last step"),
    (["adam", "m"], "AdamW's running mean of the gradient"),
    (["adam", "v"], "AdamW's running mean of the squared gradient"),
    (["weight"], "weights"),
    (["bias"], "bias"),
    (["lora_a"], "LoRA's first, narrowing factor"),
    (["lora_b"], "LoRA's second, widening factor"),
  ]

  /// In the order of the forward pass; `blocks.` stands for any block.
  private static let entries: [(name: String, text: String)] = [
    ("tokens", "the ids that the pass read"),
    ("embed", "each token's vector from the embedding table"),
    ("pos_embed", "each position's vector"),
    ("blocks", "one block: the stream after attention and feed-forward"),
    ("blocks.attn", "the block's attention, from the normalised stream to what it adds"),
    ("blocks.mlp", "the block's feed-forward layer, from the normalised stream to what it adds"),
    ("blocks.resid_pre", "the residual stream as it enters the block"),
    ("blocks.ln1", "the stream, normalised for attention"),
    ("blocks.attn.q", "queries: what each position looks for"),
    ("blocks.attn.k", "keys: what each position offers"),
    ("blocks.attn.v", "values: what each position hands over"),
    ("blocks.attn.rot_q", "queries, rotated by their position"),
    ("blocks.attn.rot_k", "keys, rotated by their position"),
    ("blocks.attn.scores", "queries times keys over √(head size); -inf where a key lies ahead"),
    ("blocks.attn.pattern", "softmax of the scores: how much each position attends to each"),
    ("blocks.attn.z", "the values, weighted by the pattern"),
    ("blocks.attn.out", "what attention adds to the stream"),
    ("blocks.resid_mid", "the stream between attention and feed-forward"),
    ("blocks.ln2", "the stream, normalised for the feed-forward layer"),
    ("blocks.mlp.pre", "the feed-forward layer before its activation function"),
    ("blocks.mlp.gate", "SwiGLU's gate"),
    ("blocks.mlp.post", "the feed-forward layer behind its activation function"),
    ("blocks.mlp.out", "what the feed-forward layer adds to the stream"),
    ("blocks.resid_post", "the residual stream as it leaves the block"),
    ("ln_final", "the last stream, normalised"),
    ("unembed", "from the last stream to the logits"),
    ("logits", "one score for each token of the vocabulary"),
    ("probs", "softmax of the logits: the predictions"),
    ("loss", "mean negative log probability of the true next tokens"),
    ("gradient_norm", "how long all gradients of the last step are together, before clipping"),
    ("rate", "the learning rate of the last step"),
  ]
}
