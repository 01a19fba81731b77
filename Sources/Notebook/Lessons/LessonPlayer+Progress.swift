extension LessonPlayer {
  /// Where the lesson stands, for another day; nil at its end and before its beginning.
  var bookmark: LessonBookmark? {
    guard !isAtEnd, place > Place(step: 0, moment: 0) else { return nil }
    return LessonBookmark(step: lesson.steps[place.step].id, moment: place.moment)
  }

  /// Changes the lesson's progress. Returns what is wrong with the progress file, the first time
  /// that it is, or nothing.
  func note(in session: Session, _ change: (inout LessonProgress) -> Void) -> String {
    do {
      try ProgressFile(in: session.workspace).update(lesson.id, change)
      return ""
    } catch {
      let trouble = "note: \(error)"
      defer { knownTrouble = trouble }
      return trouble == knownTrouble ? "" : trouble
    }
  }

  /// What is said behind the last step: how the questions went, and the lesson to open next.
  func ending(in session: Session) -> String {
    var parts = ["This is the end of \(lesson.id)."]
    guard let progress = try? ProgressFile(in: session.workspace).load() else { return parts[0] }
    let asked = lesson.predictions.count
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
