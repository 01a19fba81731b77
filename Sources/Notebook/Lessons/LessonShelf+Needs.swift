extension LessonShelf {
  /// The wanted lessons and all that they need, in an order in which none comes before a lesson
  /// that it needs; of several such orders the one nearest to the shelf's.
  ///
  /// Throws a `LessonError` at `needs:` if a lesson needs one that is not there, or itself.
  package func playingOrder(of wanted: [Lesson]) throws -> [Lesson] {
    var order: [Lesson] = []
    func visit(_ lesson: Lesson, from path: [String]) throws {
      guard !order.contains(where: { $0.id == lesson.id }) else { return }
      let path = path + [lesson.id]
      for need in lesson.front.needs {
        let line = lesson.front.needsLine
        guard let needed = (lessons + wanted).first(where: { $0.id == need }) else {
          let meant = Suggestion.question(for: need, in: lessons.map(\.id))
          throw lesson.source.error(
            line: line, "the lesson needs `\(need)`, which does not exist",
            meant ?? "name lessons by their ids")
        }
        guard !path.contains(need) else {
          throw lesson.source.error(
            line: line,
            "the lesson needs itself: " + (path + [need]).joined(separator: " needs "),
            "remove one of these needs")
        }
        try visit(needed, from: path)
      }
      order.append(lesson)
    }
    for lesson in lessons where wanted.contains(where: { $0.id == lesson.id }) {
      try visit(wanted.first { $0.id == lesson.id } ?? lesson, from: [])
    }
    for lesson in wanted { try visit(lesson, from: []) }
    return order
  }
}
