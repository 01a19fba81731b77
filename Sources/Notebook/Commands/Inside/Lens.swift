import ArgumentParser
import Inference
import Tensors

/// What each layer would predict.
package struct Lens: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Show what each layer would predict: the logit lens.",
    discussion: """
      For example: lens "The ferry leaves at" --position -1
      The stream behind each block is read as if it were the last: by the final norm and the \
      unembedding. The last row is what the model predicts. Without a text it looks into the last pass.
      """)

  @Argument(
    help: ArgumentHelp("The text; that of the last pass if none is given.", valueName: "text"))
  var words: [String] = []
  @Option(
    parsing: .unconditional, help: "Only this position, in more detail; -1 is the last.")
  var position: Int?
  @Option(help: "How many tokens each layer names: 1, or 5 for a single position.")
  var top: Int?
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard (1...20).contains(top ?? 1) else { throw ValidationError("--top must be 1 to 20") }
  }

  package func report(in session: Session) throws -> any Report {
    let text = words.isEmpty ? nil : words.joined(separator: " ")
    let view = try PassView(over: text, run: run.name, in: session)
    let chosen = try position.map { try view.position($0) }
    let positions = chosen.map { [$0] } ?? Array(0..<view.trace.batch.time)
    let lens = LogitLens(view.model, pool: try session.pool())
    let layers = try lens.places.map { place in
      try session.checkInterrupt()
      guard let stream = view.trace[place.stream] else {
        preconditionFailure("a pass names \(place.stream)")
      }
      let logits = lens.logits(of: stream)
      let size = logits.shape.lastSize
      return LensReport.Layer(
        name: place.name,
        guesses: positions.map { position in
          let row = UnsafeBufferPointer(start: logits.pointer + position * size, count: size)
          return TokenGuess.top(top ?? (chosen == nil ? 1 : 5), of: Array(row), view.desk.tokenizer)
        })
    }
    return LensReport(
      tokens: view.tokens(), positions: positions, layers: layers, isDetailed: chosen != nil)
  }
}
