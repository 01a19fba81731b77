/// A `predict` fence: YAML with a question and what makes an answer right.
enum PredictionFence {
  private static let keys = ["question", "check", "hint", "solution", "wrong", "because"]

  /// Throws a `LessonError` if a key is missing, unknown or of the wrong type.
  static func prediction(of fence: Fence, in source: LessonSource) throws -> Prediction {
    let yaml = try YAMLMapping(
      lines: fence.content, firstLine: fence.contentLine, source: source,
      place: "the `predict` fence", keys: keys)
    return Prediction(
      line: fence.line,
      question: try yaml.text("question"),
      check: try yaml.text("check"),
      hint: try yaml.text("hint"),
      solution: try yaml.text("solution"),
      wrong: try yaml.texts("wrong"),
      because: try yaml.text("because"))
  }
}
