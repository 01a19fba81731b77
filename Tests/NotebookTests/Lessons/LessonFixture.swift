import Foundation

@testable import Notebook

/// A folder of its own and what is streamed by the sessions in it. Sessions hold their console, so the
/// folder is there as long as any of them, and gone afterwards.
final class FixtureConsole: Console {
  let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("lesson-test-\(UUID().uuidString)", isDirectory: true)
  private(set) var streamed = ""
  var isInterrupted: Bool { false }

  deinit { try? FileManager.default.removeItem(at: root) }

  func stream(_ text: String) { streamed += text }
  func showProgress(_ line: String?) {}
  func ask(_ prompt: String) -> String? { nil }
}

/// A home with lessons and a workspace in a temporary folder.
final class LessonFixture {
  let console = FixtureConsole()
  var root: URL { console.root }

  init(_ lessons: [String: String] = [:]) throws {
    for folder in ["lessons", "data"] {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    for (name, text) in lessons { try write(text, to: "lessons/\(name).md") }
  }

  var home: Home { Home(root: root) }
  var workspace: Workspace { Workspace(root: root.appendingPathComponent("workspace")) }

  func session(page: Page = Page()) -> Session {
    Session(home: home, workspace: workspace, console: console, page: page)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: root.appendingPathComponent(path))
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
  }

  /// What the lines show, streamed parts included.
  func show(_ lines: String..., in session: Session) -> String {
    lines.map { line in
      let before = console.streamed
      let result = session.enter(line: line)
      return String(console.streamed.dropFirst(before.count)) + result.text
    }.joined(separator: "\n")
  }
}

/// Front matter for `id`, with the lines of a body below it.
func lessonText(_ id: String, needs: String = "[]", seed: Int = 7, _ body: String) -> String {
  """
  ---
  id: \(id)
  title: The \(id) lesson
  needs: \(needs)
  minutes: 5
  seed: \(seed)
  ---

  \(body)

  """
}

/// Two steps that depend on each other, and a question.
let countingBody = """
  # Counting

  We *count* things.

  ## Put one {#one}

  A variable holds a number.

  ```glassbox
  > x = 1
  > x + 1
  2
  ```

  ## Add some {#more}

  What is ten times `x`?

  ```predict
  question: What will `x * 10` be?
  check: answer == x * 10
  hint: x is 1.
  solution: 10
  wrong: [11, ten]
  because: One times ten is ten.
  ```

  ```glassbox
  > x * 10
  10
  ```

  That was it.

  ## The end {#end}

  ```glassbox
  > y = x + 4
  > y
  5
  ```
  """
