import ArgumentParser
import Inference
import Models

/// Sends a text through the model once and leaves everything in it to be looked at.
package struct Forward: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Run the model over a text once; `names` then lists all that can be shown.",
    discussion: """
      While a run is travelled, `forward` and `forward 3` go on by so many of its steps; a text in \
      words goes through the model there as anywhere.
      """)

  @Argument(help: "The text; in a travelled run also how many steps to go.")
  var words: [String] = []
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let text = words.joined(separator: " ")
    if session.desk.model?.travel != nil, let count = text.isEmpty ? 1 : Int(text), run.name == nil
    {
      guard count >= 1 else { throw NotYet("forward \(count): go on by at least 1 step") }
      return try session.move(by: count)
    }
    let desk = try session.trace(text, run: run.name)
    let batch = desk.trace?.batch.row(0) ?? []
    return ForwardReport(
      tokens: batch, labels: batch.map { desk.tokenizer.visibleLabel(of: $0) },
      activations: desk.trace?.names.count ?? 0)
  }
}

extension Session {
  /// One forward pass over a text, left on the desk.
  func trace(_ text: String, run: String?) throws -> DeskModel {
    var desk = try useModel(run)
    let tokens = try tokens(of: text, desk.tokenizer)
    desk.prompted = try desk.model.trace(TokenBatch([tokens]), pool: try pool())
    put(desk)
    return desk
  }
}

/// What was read, and how much can be looked at.
struct ForwardReport: Report {
  let tokens: [Int]
  let labels: [String]
  let activations: Int

  func text(on page: Page) -> String {
    WrappedList.text("tokens", tokens: labels, indent: 8, width: page.width)
      + "\nnamed   \(activations) activations; `names` lists them, `show`, `heat` and `hist` draw them"
  }
}
