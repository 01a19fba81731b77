import Foundation
import Testing

@testable import Notebook

/// Lessons played several at a time, each in a workspace of its own.
@Suite struct RehearsalTests {
  private static let training = """
    train --data lessons.txt --steps 1 --layers 1 --heads 1 --width 8 --context 16 --batch 2 --vocab 260
    """

  /// Four lessons that make runs: 02 and 03 need 01, and 04 needs both.
  private func fixture() throws -> LessonFixture {
    let fixture = try LessonFixture()
    let text = String(repeating: "The ferry leaves at noon. The bell rings twice. ", count: 30)
    try fixture.write(text, to: "data/ferry.txt")
    let training = Self.training.replacing(
      "lessons.txt", with: fixture.root.path + "/data/ferry.txt")
    func write(_ id: String, _ needs: String, _ name: String) throws {
      let cells = "## A {#a}\n\n```glassbox\n> \(training) --name \(name)\n> runs\n```\n"
      try fixture.write(lessonText(id, needs: needs, cells), to: "lessons/\(id).md")
    }
    try write("01-a", "[]", "a")
    try write("02-b", "[01-a]", "b")
    try write("03-c", "[01-a]", "c")
    try write("04-d", "[02-b, 03-c]", "d")
    return fixture
  }

  private func performances(
    _ fixture: LessonFixture, jobs: Int, _ wanted: [String]
  ) throws -> [(id: String, last: [String], isWanted: Bool)] {
    let session = fixture.session(page: .transcript)
    let shelf = LessonShelf(folder: fixture.home.lessons)
    var performed: [(id: String, last: [String], isWanted: Bool)] = []
    try LessonRehearsal(session: session, jobs: jobs)
      .perform(wanted.map { try shelf.lesson(named: $0) }, on: shelf) {
        lesson, outcome, isWanted in
        performed.append((lesson.id, try outcome.get().outputs.last?.lines ?? [], isWanted))
      }
    return performed
  }

  @Test(arguments: [1, 2, 7])
  func eachLessonSeesWhatItNeedsAndNothingElse(jobs: Int) throws {
    let fixture = try fixture()
    let performed = try performances(fixture, jobs: jobs, ["01-a", "02-b", "03-c", "04-d"])
    #expect(performed.map(\.id) == ["01-a", "02-b", "03-c", "04-d"])
    let runs = performed.map { $0.last.dropFirst().map { String($0.prefix(1)) }.joined() }
    #expect(runs == ["a", "ab", "ac", "abcd"])
  }

  @Test func whatIsNeededIsPlayedToo() throws {
    let performed = try performances(try fixture(), jobs: 2, ["03-c"])
    #expect(performed.map(\.id) == ["01-a", "03-c"])
    #expect(performed.map(\.isWanted) == [false, true])
  }

  @Test func whatTheReceiverThrowsEndsIt() throws {
    let fixture = try fixture()
    struct Enough: Error {}
    let shelf = LessonShelf(folder: fixture.home.lessons)
    #expect(throws: Enough.self) {
      try LessonRehearsal(session: fixture.session()).perform(shelf.lessons, on: shelf) { _, _, _ in
        throw Enough()
      }
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.workspace.root.path))
  }

  @Test func workspacesHoldWhatNeedsLeftWithItsDates() throws {
    let fixture = try fixture()
    let lessons = LessonShelf(folder: fixture.home.lessons).lessons
    let workspaces = RehearsalWorkspaces(of: lessons)
    defer { workspaces.remove() }
    let files = FileManager.default
    func put(_ text: String, _ path: String, _ workspace: Workspace) throws {
      let file = workspace.root.appendingPathComponent(path)
      try files.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      try files.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: file.path)
    }
    let first = try workspaces.workspace(of: lessons[0])
    try put("a", "runs/a/steps.jsonl", first)
    try put("w", "runs/a/weights.safetensors", first)
    let second = try workspaces.workspace(of: lessons[1])
    try put("b", "runs/a/steps.jsonl", second)
    _ = try workspaces.workspace(of: lessons[2])
    let last = try workspaces.workspace(of: lessons[3])
    let steps = last.root.appendingPathComponent("runs/a/steps.jsonl")
    // 03-c comes after 02-b, and still has what 01-a left.
    #expect(try String(contentsOf: steps, encoding: .utf8) == "a")
    let date = try files.attributesOfItem(atPath: steps.path)[.modificationDate] as? Date
    #expect(date == Date(timeIntervalSince1970: 1_000_000))
    #expect(files.fileExists(atPath: last.root.path + "/runs/a/weights.safetensors"))
    workspaces.remove()
    #expect(!files.fileExists(atPath: workspaces.root.path))
  }

  @Test func interruptionStopsEveryLesson() throws {
    final class Impatient: Console {
      func stream(_ text: String) {}
      func showProgress(_ line: String?) {}
      func ask(_ prompt: String) -> String? { nil }
      var isInterrupted: Bool { true }
    }
    let fixture = try fixture()
    let long = try fixture.read("lessons/01-a.md").replacing("--steps 1", with: "--steps 1000000")
    try fixture.write(long, to: "lessons/01-a.md")
    let session = Session(
      home: fixture.home, workspace: fixture.workspace, console: Impatient(), page: .transcript)
    let result = session.enter(line: "check")
    #expect(result.status == .interrupted)
    #expect(result.text.hasPrefix("interrupted"))
  }

  @Test func theLongestWayIsBegunFirst() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", countingBody), "02-b": lessonText("02-b", countingBody),
      "03-c": lessonText("03-c", needs: "[02-b]", countingBody),
    ])
    let stage = RehearsalStage(LessonShelf(folder: fixture.home.lessons).lessons)
    #expect(stage.nextPart()?.lesson.id == "02-b")
    #expect(stage.nextPart()?.lesson.id == "01-a")
  }
}
