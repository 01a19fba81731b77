import ArgumentParser
import Foundation
import Testing
import Text

@testable import Notebook

/// What every command prints, and its help, whole.
@Suite struct TranscriptTests {
  /// The repository's own corpus, beside two small lessons.
  private func fixture() throws -> LessonFixture {
    let fixture = try LessonFixture([
      "01-count": lessonText("01-count", countingBody),
      "02-next": lessonText("02-next", needs: "[01-count]", countingBody),
    ])
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../data").standardizedFileURL
    let data = fixture.root.appendingPathComponent("data")
    try FileManager.default.removeItem(at: data)
    try FileManager.default.createSymbolicLink(at: data, withDestinationURL: root)
    return fixture
  }

  /// A session with two documents to learn from on its desk.
  private func harbour(_ fixture: LessonFixture) -> Session {
    func document(_ id: String, _ text: String) -> Document {
      Document(id: id, source: "harbour", kind: .book, text: text)
    }
    let sides = SplitStage.Sides(
      training: [
        document(
          "a", String(repeating: "The ferry leaves at noon. The bell rings twice. ", count: 9))
      ],
      heldOut: [document("b", "The ferry leaves when the bell rings. The keeper waits at noon.")])
    let session = fixture.session(page: .transcript)
    session.desk.collection = DeskCollection(
      source: "harbour", documents: sides.training + sides.heldOut, sides: sides)
    return session
  }

  @Test(arguments: ["data", "tokenizer", "lessons", "lessons-for-authors", "notebook"])
  func cellsOnACleanDesk(name: String) throws {
    let fixture = try fixture()
    try Transcript(name).play(in: fixture.session(page: .transcript), fixture)
  }

  @Test(arguments: ["training", "lost-step", "inference", "views", "inside", "travel"])
  func cellsOnADeskWithText(name: String) throws {
    let fixture = try fixture()
    try Transcript(name).play(in: harbour(fixture), fixture)
  }

  /// What `glassbox COMMAND --help` prints, of every command and below.
  @Test func help() throws {
    let paths = Self.paths(to: Glassbox.self, []).map { $0.joined(separator: " ") }
    try Transcript("help", cells: paths).compare { path in
      let words = path.split(separator: " ").map(String.init)
      return Glassbox.helpMessage(for: try #require(Self.command(words, in: Glassbox.self)))
    }
  }

  @Test func everyCommandHasATranscript() throws {
    let shown = try Transcript.all().flatMap(\.cells).compactMap { cell in
      cell.split(separator: " ").first.map(String.init)
    }
    let unshown = Glassbox.commandNames.filter { !shown.contains($0) }
    #expect(unshown == [], "add a cell to a file in Transcripts/Cells, then record it")
  }

  /// The words that lead to each command, parents first.
  private static func paths(to command: any ParsableCommand.Type, _ words: [String]) -> [[String]] {
    (words.isEmpty ? [] : [words])
      + command.configuration.subcommands.flatMap { child in
        paths(to: child, words + [child.configuration.commandName ?? child._commandName])
      }
  }

  private static func command(
    _ words: [String], in command: any ParsableCommand.Type
  ) -> (any ParsableCommand.Type)? {
    guard let first = words.first else { return command }
    let child = command.configuration.subcommands.first {
      ($0.configuration.commandName ?? $0._commandName) == first
    }
    return child.flatMap { self.command(Array(words.dropFirst()), in: $0) }
  }
}
