import ArgumentParser
import Foundation

/// How a cell ended, and what is left to print (what was streamed is out already).
package struct CellResult: Sendable {
  package enum Status: Int32, Sendable {
    case done = 0
    case checkFailed = 1
    case badInput = 2
    case interrupted = 130
  }
  package let status: Status
  /// Without a final newline; empty if there is nothing more to print.
  package let text: String
  /// What the text shows that can be drawn; nil if nothing.
  package let drawing: CellDrawing?

  package init(status: Status, text: String, drawing: CellDrawing? = nil) {
    self.status = status
    self.text = text
    self.drawing = drawing
  }
}

/// A report that says "no": a check that failed, as opposed to bad input. Exit code 1.
package struct CheckFailed: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }

  /// The whole report is the reason, as text or as JSON.
  init(_ report: any Report, _ output: OutputOptions, in session: Session) throws {
    description = output.json ? try Session.json(report) : report.text(on: session.page)
  }
}

extension Session {
  /// Runs one cell. Never throws: a learner's mistake is a result with the reason in its text, and
  /// the notebook goes on.
  package func run(cell: String) -> CellResult {
    let number = cellNumber
    cellNumber += 1
    let recording = EchoConsole(console)
    console = recording
    defer { console = recording.person }
    let result: CellResult
    var transcript: String
    do {
      let output = try evaluate(cell: cell, number: number)
      result = CellResult(status: .done, text: output.text, drawing: output.drawing)
      if let drawing = output.drawing { desk.figure = drawing.figure }
      transcript = output.transcript
    } catch {
      result = CellResult(error: error)
      transcript = result.text
    }
    if !recording.streamed.isEmpty, !transcript.isEmpty, !recording.streamed.hasSuffix("\n") {
      transcript = "\n" + transcript
    }
    records.append(
      CellRecord(
        number: number, text: cell, output: recording.streamed + transcript, status: result.status))
    return result
  }

  /// What a cell asks for.
  package func kind(of cell: String) -> Cell {
    Cell(cell, commands: Glassbox.commandNames) { name in
      (try? self.value(named: name)) != nil
    }
  }

  /// The latest cell of this number.
  func record(ofCell number: Int) -> CellRecord? { records.last { $0.number == number } }

  /// What the cell prints, as cell `number`. Throws the learner's mistake.
  func evaluate(cell: String, number: Int) throws -> CellOutput {
    switch kind(of: cell) {
    case .blank: return CellOutput("")
    case .help(let topic): return try CellOutput(on: page) { try help(topic: topic, on: $0) }
    case .assignment(let name, let range, let start):
      try assign(cell, to: name, range, from: start)
      return CellOutput("")
    case .command: return try output(of: ShellWords.split(cell, isExpression: isExpression))
    case .magic(let name, let range): return try runMagic(name, range, cell, number: number)
    case .unknownCommand(let name, let range): throw unknown(name, range, cell)
    case .expression:
      let value = try Evaluator.value(of: cell, in: self)
      try checkRoom(for: value, in: cell)
      desk.outputs[number] = value
      desk.latest = value
      return CellOutput(on: page) { ValueText.text(of: value, on: $0) }
    }
  }

  /// Whether the command of this name takes an expression.
  func isExpression(_ command: String) -> Bool {
    Glassbox.commands.contains { $0 is any ExpressionCommand.Type && $0.name == command }
  }

  private func assign(_ cell: String, to name: String, _ range: Range<Int>, from start: Int) throws
  {
    let complaint = ReservedNames.complaint(about: name, commands: Glassbox.commandNames) { name in
      desk.variables[name] == nil
        && (desk.tensors?.tensorNames.contains { $0.name == name } ?? false)
    }
    if let complaint {
      throw ExpressionError(
        complaint.message, remedy: complaint.remedy, source: cell, range: range)
    }
    let value = try Evaluator.value(of: cell, from: start, in: self)
    try checkRoom(for: value, in: cell)
    desk.variables[name] = value
  }

  private func unknown(_ name: String, _ range: Range<Int>, _ cell: String) -> ExpressionError {
    if let whereabouts = whereabouts(of: name) {
      return ExpressionError(
        "\(name) is not there any more", remedy: whereabouts, source: cell, range: range)
    }
    let names = knownNames.filter { !$0.contains("[") }
    return ExpressionError(
      "there is no command '\(name)'",
      remedy: Suggestion.question(for: name, in: Glassbox.commandNames + names)
        ?? "'?' lists the commands and functions", source: cell, range: range)
  }
}
