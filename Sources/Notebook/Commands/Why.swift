import ArgumentParser
import Tensors
import Training

/// The arithmetic behind one number.
package struct Why: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Spell out the arithmetic behind one number, down to a token and a weight.",
    discussion: """
      For example: why blocks.0.attn.pattern[0, 2, 5, 1]
      It asks about activations, the loss, gradients (.grad), updates (.update), moments (.adam.m, \
      .adam.v) and weights. The numbers that it was made of are numbered: `why 2` asks about #2, `why \
      up` (or ..) goes back, `why` shows the current one again.
      The numbers are the engine's own: worked out as the page says, they give its bits. Fused means \
      that a product and its addition are rounded once. Sums are added in order, or in eight lanes (term \
      i in lane i mod 8) that are folded as ((0+4)+(2+6)) + ((1+5)+(3+7)). A share is a part of the sum \
      of all terms' magnitudes.
      """)

  @Argument(help: ArgumentHelp("A name with its index, a number, or up.", valueName: "expression"))
  package var words: [String] = []
  @Option(help: "How many terms of a sum are listed.")
  var terms: Int?
  @Flag(help: "Write numbers with all the digits that tell them apart.")
  var exact = false
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard terms ?? 1 >= 1 else { throw ValidationError("--terms: list at least one term") }
  }

  package func report(in session: Session) throws -> any Report {
    let question = try WhyQuestion(expression, in: session)
    var stops = session.desk.trail.stops
    switch question {
    case .again: break
    case .up: if stops.count > 1 { stops.removeLast() } else { throw atTheTop(stops) }
    case .operand(let number): stops.append(try stop(number, of: stops.last, session))
    case .element(let subject, let name): stops = [WhyTrail.Stop(subject: subject, name: name)]
    }
    guard let desk = session.desk.model, let current = stops.last else {
      throw NotYet("ask about a number first, for example: why logits[0, -1, 5]")
    }
    let labels = WhyLabels(inquiry: desk.inquiry, tokenizer: desk.tokenizer)
    let sums = labels.inquiry.explanation(of: current.subject).steps.flatMap(\.formula.sums)
    var builder = WhyPageBuilder(
      labels: labels, termLimit: output.json ? .max : terms ?? (sums.count > 1 ? 4 : 8))
    let page = builder.page(
      current.subject, name: current.name, origin: WhyOrigin(desk: desk).lines(of: current.subject))
    stops[stops.count - 1].operands = builder.operands
    session.desk.trail.stops = stops
    return WhyReport(
      page: page, isExact: exact, explainsMoves: stops.count == 1 && !builder.operands.isEmpty)
  }

  private func stop(_ number: Int, of last: WhyTrail.Stop?, _ session: Session) throws
    -> WhyTrail.Stop
  {
    let operands = last?.operands ?? []
    guard operands.indices.contains(number - 1), let desk = session.desk.model else {
      let remedy =
        last == nil
        ? "ask about a number first, for example: why logits[0, -1, 5]"
        : operands.isEmpty
          ? "this number was made of no others; why up goes back"
          : "the page has #1 to #\(operands.count)"
      throw ExpressionError(
        "there is no operand \(expression)", remedy: remedy, source: expression,
        range: 0..<expression.count)
    }
    let subject = operands[number - 1]
    return WhyTrail.Stop(
      subject: subject,
      name: desk.inquiry.label(subject.origin, subject.reference.tensor))
  }

  private func atTheTop(_ stops: [WhyTrail.Stop]) -> any Error {
    NotYet(
      stops.isEmpty
        ? "ask about a number first, for example: why logits[0, -1, 5]"
        : "\(stops[0].name) is where the questions began; why NAME[…] asks about another number")
  }
}
