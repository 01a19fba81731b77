import ArgumentParser

/// How much of a step's batch goes through the model at a time.
package struct MicroBatchOption: ParsableArguments {
  @Option(
    name: .customLong("micro-batch"),
    help: "Sequences that go through the model at a time: a question of memory, not of bits.")
  var sequences: Int?

  package init() {}

  package func validate() throws {
    if let sequences, sequences < 1 {
      throw ValidationError("--micro-batch \(sequences): give at least 1 sequence")
    }
  }
}
