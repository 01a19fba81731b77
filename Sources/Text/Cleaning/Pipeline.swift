/// Stages in order, each with what it was given and what it made of it.
package struct Pipeline: Sendable {
  package let stages: [any PipelineStage]

  package init(_ stages: [any PipelineStage]) {
    self.stages = stages
  }

  /// What every corpus goes through before it is split: extract, clean, deduplicate, filter, redact.
  package static var standard: Pipeline {
    Pipeline([ExtractStage(), CleanStage(), DeduplicateStage(), FilterStage(), RedactStage()])
  }

  /// One line of the account: what went in, what came out.
  package struct Step: Sendable {
    package let name: String
    package let summary: String
    package let documentsBefore: Int
    package let bytesBefore: Int
    package let bytesAfter: Int
    package let result: StageResult
  }

  /// Runs every stage on what the one before kept; the last step's `result.kept` is the outcome.
  package func run(_ documents: [Document]) -> [Step] {
    var steps: [Step] = []
    var current = documents
    for stage in stages {
      let result = stage.apply(current)
      steps.append(
        Step(
          name: stage.name, summary: stage.summary, documentsBefore: current.count,
          bytesBefore: current.byteCount, bytesAfter: result.kept.byteCount, result: result))
      current = result.kept
    }
    return steps
  }
}

extension [Document] {
  /// The UTF-8 bytes of all texts together.
  package var byteCount: Int { reduce(0) { $0 + $1.text.utf8.count } }
}
