import ArgumentParser

/// How long a cell takes.
struct TimeMagic: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "%time", abstract: "Run a cell and say how long it took.",
    discussion: "For example: %time softmax(randn(1000, 1000))")
  @Argument(parsing: .captureForPassthrough, help: "Any cell.") var cell: [String] = []
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    throw MagicMistake("%time needs a cell behind it")
  }
}

extension Session {
  /// Runs `cell` in the place of the running one, whose number is `number`, and adds the time.
  func time(_ cell: String, number: Int) throws -> CellOutput {
    if case .magic(TimeMagic.name, _) = kind(of: cell) {
      throw MagicMistake("%time inside %time tells nothing more")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let output = try evaluate(cell: cell, number: number)
    let seconds = Varying((clock.now - start) / .seconds(1)) { seconds in
      seconds < 1
        ? NumberFormat.short(seconds * 1000) + " ms" : NumberFormat.short(seconds) + " s"
    }
    func text(_ shown: String, on page: Page) -> String {
      (shown.isEmpty ? "" : shown + "\n") + "time  " + seconds.text(on: page)
    }
    var timed = CellOutput(
      text: text(output.text, on: page), transcript: text(output.transcript, on: .transcript))
    timed.drawing = output.drawing
    timed.drawing?.caption = text(output.drawing?.caption ?? "", on: .transcript)
    return timed
  }
}
