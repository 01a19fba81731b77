import ArgumentParser
import Foundation

extension Session {
  /// Runs a command given as words, as from the shell.
  package func run(command words: [String]) throws -> String {
    var parsed = try Glassbox.parseAsRoot(words)
    guard let command = parsed as? any CellCommand else {
      // Help was asked for: running it throws the text of the command in question.
      try parsed.run()
      return ""
    }
    let report = try command.report(in: self)
    guard command.output.json else { return report.text(on: page) }
    return try Self.json(report)
  }

  static func json(_ report: any Report) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}
