import ArgumentParser
import Inference
import Kernels
import Models
import Text

/// Talks with a fine-tuned model.
package struct Chat: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Say something to a fine-tuned model; without words, talk until an empty line.",
    discussion: "The model sees the whole conversation each time, and learns nothing from it.")

  @Argument(help: "What you say.")
  var words: [String] = []
  @Flag(help: "Forget what was said before.")
  var new = false
  @OptionGroup package var run: RunOption
  @OptionGroup(title: "Sampling") var options: SamplingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let desk = try session.useModel(run.name)
    let before = desk.model.trainable.fingerprint
    if new { session.desk.conversation = [] }
    var answers: [ChatReport.Turn] = []
    if words.isEmpty {
      while let line = session.console.ask("you  "), !line.isEmpty {
        answers.append(try answer(line, session, desk))
      }
    } else {
      answers = [try answer(words.joined(separator: " "), session, desk)]
    }
    return ChatReport(
      turns: answers, contextUsed: try promptTokens(session, desk).count,
      context: desk.model.configuration.context, weightsBefore: before,
      weightsAfter: desk.model.trainable.fingerprint)
  }

  private func answer(
    _ line: String, _ session: Session, _ desk: DeskModel
  ) throws -> ChatReport.Turn {
    session.desk.conversation.append(ConversationMessage(role: "user", content: line))
    let streams = !output.json
    if streams { session.console.stream("bot  ") }
    let continuation = try session.continuation(
      of: try promptTokens(session, desk), desk, options, ends: ["<|end|>", Session.documentEnd],
      streams: streams)
    if streams { session.console.stream("\n") }
    session.desk.conversation.append(
      ConversationMessage(role: "assistant", content: continuation.text))
    return ChatReport.Turn(user: line, assistant: continuation.text)
  }

  private func promptTokens(_ session: Session, _ desk: DeskModel) throws -> [Int] {
    try ChatTemplate(desk.tokenizer).prompt(session.desk.conversation)
  }
}

/// What was said, and that no weight moved.
struct ChatReport: Report {
  struct Turn: Encodable {
    let user: String
    let assistant: String
  }
  let turns: [Turn]
  let contextUsed: Int
  let context: Int
  let weightsBefore: Fingerprint
  let weightsAfter: Fingerprint

  func text(on page: Page) -> String {
    "context \(min(contextUsed, context)) of \(context) tokens; weights \(weightsAfter)"
      + (weightsBefore == weightsAfter ? ", unchanged" : ", CHANGED")
  }
}
