extension Session {
  /// The open lesson. Throws `NoLesson`.
  func openLesson() throws -> LessonPlayer {
    guard let lesson else { throw NoLesson() }
    return lesson
  }

  /// Opens a lesson by id, number or path, or the first unfinished one: where it was left, else at its
  /// beginning, with a clean desk. Returns how it begins, or goes on.
  func open(lesson name: String?) throws -> String {
    let shelf = LessonShelf(folder: home.lessons)
    var progress = Progress()
    var notices: [String] = []
    do { progress = try ProgressFile(in: workspace).load() } catch {
      notices.append("note: \(error)")
    }
    let opened = try name.map(shelf.lesson) ?? shelf.firstUnfinished(in: progress)
    notices += shelf.needNotices(of: opened, in: progress)
    notices.append(
      "Enter goes on. Type cells of your own at any point; `back`, `goto`, `restart` and `run`"
        + " move about.")
    let player = LessonPlayer(opened, on: shelf, in: self)
    lesson = player
    let text = MarkdownText(page: page)
    let opening = [LessonText(opened, page: page).opening] + notices.map { text.render($0) }
    guard let bookmark = progress[opened.id].bookmark else {
      return opening.joined(separator: "\n\n")
    }
    let resumed = try player.resume(at: bookmark, in: self)
    let count = opened.steps.count
    let notice =
      "You left this lesson in step \(player.place.step + 1) of \(count). Everything is as it"
      + " was there, but for values of your own; `restart` begins anew."
    return (opening + [text.render(notice), resumed]).joined(separator: "\n\n")
  }

  /// Plays a lesson from its beginning to its end, beside the open one. Shows everything on the way.
  func play(lesson name: String) throws -> String {
    let shelf = LessonShelf(folder: home.lessons)
    let lesson = try shelf.lesson(named: name)
    let progress = (try? ProgressFile(in: workspace).load()) ?? Progress()
    let session = Session(home: home, workspace: workspace, console: console, page: page)
    let player = LessonPlayer(lesson, on: shelf, in: session)
    session.lesson = player
    let notices = shelf.needNotices(of: lesson, in: progress)
    for part in [LessonText(lesson, page: page).opening]
      + notices.map({ MarkdownText(page: page).render($0) })
    {
      console.stream(part + "\n\n")
    }
    return try player.runRest(in: session)
  }
}

extension LessonShelf {
  /// The first lesson that was not played to its end; the first of all if every one was. Throws
  /// `UnknownLesson` if there is no lesson.
  func firstUnfinished(in progress: Progress) throws -> Lesson {
    guard
      let lesson = lessons.first(where: { !progress[$0.id].isComplete($0) }) ?? lessons.first
    else { throw UnknownLesson(name: "01", known: [], broken: broken) }
    return lesson
  }

  /// What is to be said about the needed lessons that were not played to their end.
  func needNotices(of lesson: Lesson, in progress: Progress) -> [String] {
    let unmet = lesson.front.needs.filter { need in
      guard let needed = lessons.first(where: { $0.id == need }) else { return true }
      return !progress[need].isComplete(needed)
    }
    return unmet.map {
      "This lesson uses what `\($0)` makes, and that lesson was not played to its end in this"
        + " workspace. `run \($0)` plays it now, without stopping."
    }
  }
}

/// A move in a lesson while none is open.
package struct NoLesson: Error, CustomStringConvertible {
  package var description: String {
    "no lesson is open; `lessons` lists them, `open 01` opens the first"
  }
}
