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

  package init(status: Status, text: String) {
    self.status = status
    self.text = text
  }
}

/// A report that says "no": a check that failed, as opposed to bad input. Exit code 1.
package struct CheckFailed: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

extension Session {
  /// Runs one cell. Never throws: a learner's mistake is a result with the reason in its text, and
  /// the notebook goes on.
  package func run(cell: String) -> CellResult {
    defer { cellNumber += 1 }
    do {
      return CellResult(status: .done, text: try evaluate(cell: cell))
    } catch {
      return CellResult(error: error)
    }
  }

  /// Runs a command given as words, as from the shell.
  package func run(command words: [String]) throws -> String {
    let parsed = try Glassbox.parseAsRoot(words)
    guard let command = parsed as? any CellCommand else { return Glassbox.helpMessage() }
    let report = try command.report(in: self)
    guard command.output.json else { return report.text(on: page) }
    return try Self.json(report)
  }

  private func evaluate(cell: String) throws -> String {
    let words = try ShellWords.split(cell)
    guard !words.isEmpty else { return "" }
    return try run(command: words)
  }

  private static func json(_ report: any Report) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}
