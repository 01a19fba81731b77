/// The lessons with what a person did in them.
struct LessonList: Report {
  /// One lesson.
  struct Item: Encodable {
    let id: String
    let title: String
    let minutes: Int
    let needs: [String]
    /// The steps' ids, in the lesson's order.
    let steps: [String]
    let finished: [String]
    let questions: Int
    let answeredRightly: Int

    var progress: String {
      if finished.isEmpty { return "" }
      if finished.count == steps.count { return "done" }
      return "\(finished.count) of \(steps.count) steps done"
    }
  }

  let lessons: [Item]
  /// What is wrong with the files that cannot be read.
  let unreadable: [String]

  /// Throws `DamagedProgress`.
  init(_ session: Session) throws {
    let shelf = LessonShelf(folder: session.home.lessons)
    let progress = try ProgressFile(in: session.workspace).load()
    unreadable = shelf.broken.map { String(describing: $0) }
    lessons = shelf.lessons.map { lesson in
      let done = progress[lesson.id]
      return Item(
        id: lesson.id, title: lesson.front.title, minutes: lesson.front.minutes,
        needs: lesson.front.needs, steps: lesson.steps.map(\.id),
        finished: lesson.steps.map(\.id).filter(done.steps.contains),
        questions: lesson.predictions.count, answeredRightly: done.right)
    }
  }

  func text(on page: Page) -> String {
    guard !lessons.isEmpty || !unreadable.isEmpty else { return "there are no lessons" }
    let indent = (lessons.map(\.id.count).max() ?? 0) + 2
    let entries = lessons.map { lesson in
      let facts = [
        LessonText.count(lesson.minutes, "minute"),
        lesson.needs.isEmpty ? "" : "needs " + lesson.needs.joined(separator: ", "),
        lesson.progress,
      ]
      return lesson.id.padded(to: indent) + Ink.bold.paint(lesson.title, on: page) + "\n"
        + String(repeating: " ", count: indent)
        + facts.filter { !$0.isEmpty }.joined(separator: "; ")
    }
    return (entries + unreadable.map { "unreadable: \($0)" }).joined(separator: "\n")
  }
}

/// How far a person came, lesson by lesson.
struct ProgressReport: Report {
  let list: LessonList

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("lesson"), .init("steps"), .init("questions"), .init("goes on with"),
    ])
    for lesson in list.lessons {
      let next = lesson.steps.first { !lesson.finished.contains($0) }
      table.add([
        lesson.id, "\(lesson.finished.count) of \(lesson.steps.count)",
        "\(lesson.answeredRightly) of \(lesson.questions) right", next ?? "",
      ])
    }
    let finished = list.lessons.count { $0.finished.count == $0.steps.count }
    return table.text(width: page.width)
      + "\n\(finished) of \(list.lessons.count) lessons are finished"
  }

  func encode(to encoder: any Encoder) throws { try list.encode(to: encoder) }
}
