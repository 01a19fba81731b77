extension RequestDifference {
  /// The field as learners say it: `highest learning rate` for `schedule.peak`.
  var words: String {
    if let words = Self.words[field] { return words }
    let model = "configuration."
    return field.hasPrefix(model) ? "the model's \(field.dropFirst(model.count))" : field
  }

  static let words = [
    "adapter.alpha": "LoRA's alpha", "adapter.rank": "LoRA's rank",
    "adapter.targets": "LoRA beside", "base": "starts from run", "batch": "sequences in a step",
    "beta1": "AdamW's beta1", "beta2": "AdamW's beta2", "clip": "largest gradient norm",
    "configuration.bias": "biases", "configuration.context": "the model's context",
    "configuration.feedForward": "feed-forward network",
    "configuration.keyValueHeads": "key-value heads",
    "configuration.rotaryBase": "base of rotary angles",
    "configuration.tied": "one table for tokens in and out", "epsilon": "AdamW's epsilon",
    "evaluationInterval": "steps between held-out losses", "origin.edits": "set by hand",
    "origin.run": "forked from run",
    "origin.step": "forked after step", "schedule.floor": "last learning rate",
    "schedule.peak": "highest learning rate", "schedule.steps": "steps to the last rate",
    "schedule.warmup": "warm-up steps", "snapshotBudget": "bytes on the disk",
    "snapshotInterval": "steps between snapshots", "weightDecay": "weight decay",
    "window": "tokens of a sequence",
  ]
}
