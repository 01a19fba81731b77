import Foundation

/// A lesson played once for its transcripts: what its cells print today, and which questions do not
/// do what their writer meant.
struct LessonPerformance: Sendable {
  let lesson: Lesson
  /// The lesson's file with today's outputs; the prose is as it was.
  let source: LessonSource
  /// The cells in the order of play with the lines that they print.
  let outputs: [PlayedCell]
  /// Questions whose solution fails or whose wrong answer passes.
  let failures: [LessonError]
  /// The lines of the cells that ended in an error.
  let mistakes: [Int]
  let seconds: Double

  /// Plays the lesson in a workspace, on a clean desk and on the page that transcripts are written
  /// on. Throws a `LessonError` for an output that a transcript cannot hold, or `Interrupted`.
  init(
    of lesson: Lesson, on shelf: LessonShelf, in workspace: Workspace, home: Home,
    person: any Console
  ) throws {
    self.lesson = lesson
    let clock = ContinuousClock()
    let start = clock.now
    let console = RecordingConsole(for: person)
    let session = Session(home: home, workspace: workspace, console: console, page: .transcript)
    let player = LessonPlayer(lesson, on: shelf, in: session)
    session.lesson = player
    var outputs: [PlayedCell] = []
    var failures: [LessonError] = []
    var mistakes: [Int] = []
    for piece in lesson.steps.flatMap(\.pieces) {
      switch piece {
      case .prose: break
      case .cell(let cell):
        try Self.checkKnown(cell, in: session, source: lesson.source)
        person.showProgress("\(lesson.id): \(cell.lines[0])")
        let number = session.cellNumber
        let result = try Self.run(cell, by: player, in: session)
        let output = console.output(of: result)
        let written = try TranscriptFence.lines(of: output, for: cell, in: lesson.source)
        let streamed = output.dropLast(result.text.count)
        let drawing = result.drawing.map {
          CellDrawing(figure: $0.figure, caption: streamed + $0.caption)
        }
        outputs.append(
          PlayedCell(
            cell: cell, number: number, lines: written, failed: result.status != .done,
            drawing: drawing))
        if result.status == .badInput { mistakes.append(cell.line) }
      case .prediction(let prediction):
        failures += PredictionJudge(session: session).faults(of: prediction, in: lesson.source)
      }
    }
    person.showProgress(nil)
    var lines = lesson.source.lines
    for played in outputs.reversed() {
      let written = played.cell.outputLines
      lines.replaceSubrange(
        (written.lowerBound - 1)..<(written.upperBound - 1), with: played.lines)
    }
    source = LessonSource(lines: lines, in: lesson.source)
    self.outputs = outputs
    self.failures = failures
    self.mistakes = mistakes
    seconds = (clock.now - start) / .seconds(1)
  }

  /// The difference between the file and today's transcripts; nil if there is none.
  var difference: String? {
    UnifiedDiff.text(
      from: lesson.source.lines, named: lesson.source.file, to: source.lines, named: "now")
  }

  /// The first cell that ended in an error where the transcript has something else; nil if none did.
  var newMistake: LessonError? {
    let cell = outputs.first { $0.failed && !$0.cell.output.isEmpty && !$0.cell.isMistake }
    return cell.map {
      lesson.source.error(
        line: $0.cell.line,
        "this cell ended in an error, which it did not before: \($0.lines.first ?? "")",
        "mend it, or name the lesson that makes what it uses in `needs`; if the error is meant, write"
          + " `error: ` below the cell")
    }
  }

  /// A misspelt command is a mistake of the lesson's writer, unless the lesson shows its error.
  private static func checkKnown(
    _ cell: ScriptCell, in session: Session, source: LessonSource
  ) throws {
    guard case .unknownCommand(let name, let range) = session.kind(of: cell.text),
      cell.output.first?.hasPrefix("error: ") != true
    else { return }
    throw source.error(
      line: cell.line, column: range.lowerBound + 3, "there is no command `\(name)`",
      Suggestion.question(for: name, in: Glassbox.commandNames)
        ?? "`glassbox help` lists the commands")
  }

  private static func run(
    _ cell: ScriptCell, by player: LessonPlayer, in session: Session
  ) throws -> CellResult {
    do {
      return try player.run(cell, in: session)
    } catch is Interrupted {
      throw Interrupted("\(player.lesson.source.file):\(cell.line) was running")
    }
  }
}
