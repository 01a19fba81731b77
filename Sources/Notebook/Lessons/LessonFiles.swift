/// The lessons that a command's arguments name.
struct LessonFiles {
  /// Every lesson of the project, for what the named ones need.
  let shelf: LessonShelf
  /// What was named; all if nothing was.
  private(set) var wanted: [Lesson] = []
  /// What is wrong with the named files that cannot be read.
  private(set) var broken: [any Error] = []

  init(_ names: [String], in session: Session) {
    shelf = LessonShelf(folder: session.home.lessons)
    guard !names.isEmpty else {
      wanted = shelf.lessons
      broken = shelf.broken
      return
    }
    for name in names {
      do {
        let lesson = try shelf.lesson(named: name)
        guard !wanted.contains(where: { $0.id == lesson.id }) else { continue }
        wanted.append(lesson)
      } catch {
        broken.append(error)
      }
    }
  }
}
