import Foundation

/// Whether a lesson says truly who it is and what it needs.
struct NeedsLint {
  let shelf: LessonShelf

  func faults(of lesson: Lesson) -> [LessonError] {
    do {
      let order = try shelf.playingOrder(of: [lesson])
      let made = order.flatMap { LessonArtifacts(of: $0).runs }
      return names(of: lesson) + unmade(in: lesson, made: made)
    } catch let error as LessonError where error.file == lesson.source.file {
      return names(of: lesson) + [error]
    } catch {
      // The needs of another lesson are at fault, and are reported there.
      return names(of: lesson)
    }
  }

  /// The id is what a lesson is opened by, and the file name what people see; an id is one lesson's.
  private func names(of lesson: Lesson) -> [LessonError] {
    let location = Self.path(of: lesson)
    if let other = shelf.lessons.first(where: { $0.id == lesson.id }),
      Self.path(of: other) != location
    {
      return [
        lesson.source.error(
          line: 2, "the id `\(lesson.id)` belongs to \(other.source.file) already",
          "give this lesson an id of its own")
      ]
    }
    let file = lesson.source.location.deletingPathExtension().lastPathComponent
    guard file != lesson.id else { return [] }
    return [
      lesson.source.error(
        line: 2, "the id is `\(lesson.id)`, but the file is named `\(file).md`",
        "give both the same name")
    ]
  }

  private static func path(of lesson: Lesson) -> String {
    lesson.source.location.standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Runs that a cell uses and neither the lesson nor its needs make.
  private func unmade(in lesson: Lesson, made: [String]) -> [LessonError] {
    lesson.cells.filter { !$0.isMistake }.flatMap { cell in
      CellWords(cell.text).runsUsed.filter { !made.contains($0) }.map { run in
        let maker = shelf.lessons.first { LessonArtifacts(of: $0).runs.contains(run) }
        return lesson.source.error(
          line: cell.line, column: 3,
          "neither this lesson nor one that it needs makes the run `\(run)`",
          maker.map { "\($0.id) does: add it to `needs:`" } ?? "make it with `train --name \(run)`")
      }
    }
  }
}

extension ScriptCell {
  /// Whether the lesson shows the cell's error on purpose.
  var isMistake: Bool { output.first?.hasPrefix("error: ") ?? false }
}
