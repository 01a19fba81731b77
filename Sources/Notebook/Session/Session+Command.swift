import ArgumentParser
import Foundation

extension Session {
  /// Runs a command given as words, as from the shell.
  package func run(command words: [String]) throws -> String { try output(of: words).text }

  /// Runs a command, or a magic, of the declarations below `root`.
  func output(of words: [String], below root: any ParsableCommand.Type = Glassbox.self) throws
    -> CellOutput
  {
    var parsed = try root.parseAsRoot(Self.withNumberAsArgument(words))
    guard let command = parsed as? any CellCommand else {
      // Help was asked for: running it throws the text of the command in question.
      try parsed.run()
      return CellOutput("")
    }
    let report = try command.report(in: self)
    page.width = console.columns ?? page.width
    return command.output.json ? CellOutput(try Self.json(report)) : CellOutput(report, on: page)
  }

  /// The words of a command; a negative number behind its name is no option, as in `goto -1 --json`:
  /// options go before it.
  private static func withNumberAsArgument(_ words: [String]) -> [String] {
    guard words.count > 1, words[1].hasPrefix("-"), Double(words[1]) != nil else { return words }
    let end = words.firstIndex { $0.hasPrefix("--") } ?? words.endIndex
    return words.prefix(1) + words[end...] + ["--"] + words[1..<end]
  }

  static func json(_ report: any Report) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}
