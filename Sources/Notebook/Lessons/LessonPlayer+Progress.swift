extension LessonPlayer {
  /// Changes the lesson's progress. Returns what is wrong with the progress file, or nothing.
  func note(in session: Session, _ change: (inout LessonProgress) -> Void) -> String {
    do {
      try ProgressFile(in: session.workspace).update(lesson.id, change)
      return ""
    } catch {
      return "note: \(error)"
    }
  }

  /// What is said behind the last step: how the questions went, and the lesson to open next.
  func ending(in session: Session) -> String {
    var parts = ["This is the end of \(lesson.id)."]
    guard let progress = try? ProgressFile(in: session.workspace).load() else { return parts[0] }
    let asked = lesson.predictionCount
    if asked > 0 {
      parts.append("\(progress[lesson.id].right) of \(asked) predictions were right.")
    }
    let shelf = LessonShelf(folder: session.home.lessons)
    let index = shelf.lessons.firstIndex { $0.id == lesson.id } ?? -1
    let later = shelf.lessons.dropFirst(index + 1) + shelf.lessons.prefix(max(index, 0))
    if let next = later.first(where: { !progress[$0.id].isComplete($0) }) {
      parts.append("Next: `open \(next.id)` (\(next.front.title)).")
    }
    return MarkdownText(page: session.page).render(parts.joined(separator: " "))
  }
}
