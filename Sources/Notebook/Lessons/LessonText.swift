/// How a lesson looks on a page.
struct LessonText {
  let lesson: Lesson
  let page: Page

  init(_ lesson: Lesson, page: Page) {
    self.lesson = lesson
    self.page = page
  }

  /// The lesson's id and title, and how long it is.
  var title: String {
    let title = Ink.bold.paint("\(lesson.id)  \(lesson.front.title)", on: page)
    let size = Ink.faint.paint(
      Self.count(lesson.steps.count, "step") + ", " + Self.count(lesson.front.minutes, "minute"),
      on: page)
    return "\(title)\n\(size)"
  }

  /// The lesson's title and what stands before its first step.
  var opening: String {
    let introduction = lesson.introduction.filter {
      if case .heading(level: 1, _) = $0.kind { false } else { true }
    }
    return [title, MarkdownText(page: page).render(introduction)]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// `1 step`, `2 steps`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A line above the step, with its number, title and id.
  func heading(of step: Int) -> String {
    let title = "Step \(step + 1) of \(lesson.steps.count): \(lesson.steps[step].title)"
    let rule = String(repeating: "─", count: min(title.count, page.width))
    return Ink.bold.paint(title, on: page) + "\n" + Ink.faint.paint(rule, on: page)
  }

  /// A cell of the lesson under its prompt.
  func input(_ cell: ScriptCell, number: Int) -> String {
    let prompt = "In [\(number)]: "
    let more = String(repeating: " ", count: max(prompt.count - 5, 0)) + "...: "
    return cell.lines.enumerated().map { index, line in
      Ink.faint.paint(index == 0 ? prompt : more, on: page) + line
    }.joined(separator: "\n")
  }

  /// What the cell's result leaves to show. A mistake that the lesson does not make on purpose is
  /// said to be one.
  func output(of result: CellResult, written: ScriptCell) -> String {
    written.isAccident(result) ? result.text + "\n" + trouble(written) : result.text
  }

  /// What to do when a cell of the lesson does not work.
  func trouble(_ cell: ScriptCell) -> String {
    var text = "This cell works in the lesson (\(lesson.source.file):\(cell.line))."
    if let need = lesson.front.needs.last {
      text += " Perhaps something that it needs is missing: `run \(need)` makes it;"
      text += " then `restart`."
    } else {
      text += " `restart` plays the lesson from its beginning."
    }
    return MarkdownText(page: page).render(text)
  }
}
