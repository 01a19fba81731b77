/// The names under which a lesson's cells, and those of the lessons it needs, keep something in the
/// workspace. Learners' cells may use these things, but not replace them while the lesson is open.
struct LessonArtifacts: Equatable {
  private(set) var runs: [String] = []
  /// Only those that a cell gave a name to.
  private(set) var tokenizers: [String] = []

  init(of lesson: Lesson, on shelf: LessonShelf) {
    for lesson in (try? shelf.playingOrder(of: [lesson])) ?? [lesson] {
      for cell in lesson.cells { add(CellWords(cell.text)) }
    }
  }

  /// What the cells of this lesson alone keep.
  init(of lesson: Lesson) {
    for cell in lesson.cells { add(CellWords(cell.text)) }
  }

  private mutating func add(_ words: CellWords) {
    runs += words.runsMade.filter { !runs.contains($0) }
    if let name = words.tokenizerMade, !tokenizers.contains(name) { tokenizers.append(name) }
  }
}

/// A cell of the learner's would replace what the open lesson goes on to use.
struct LessonsOwn: Error, CustomStringConvertible {
  /// `run` or `tokenizer`.
  let kind: String
  let name: String
  let lesson: String

  var description: String {
    "the lesson \(lesson) uses the \(kind) '\(name)'; give yours another --name"
  }
}

extension Session {
  /// Throws `LessonsOwn` if a cell of the learner's would replace a run of the open lesson.
  func checkReplacing(run name: String) throws {
    guard let lesson, !lesson.isRunningCell, lesson.artifacts.runs.contains(name) else { return }
    throw LessonsOwn(kind: "run", name: name, lesson: lesson.lesson.id)
  }

  /// Throws `LessonsOwn` if a cell of the learner's would replace a tokenizer of the open lesson.
  func checkReplacing(tokenizer name: String) throws {
    guard let lesson, !lesson.isRunningCell, lesson.artifacts.tokenizers.contains(name) else {
      return
    }
    throw LessonsOwn(kind: "tokenizer", name: name, lesson: lesson.lesson.id)
  }

  /// The names among some that the running cell may come upon without naming them: a lesson's cell
  /// sees what the lesson and its needs made, and nothing that the learner made beside.
  func findable(_ names: [String], made: (LessonArtifacts) -> [String]) -> [String] {
    guard let lesson, lesson.isRunningCell else { return names }
    return names.filter(made(lesson.artifacts).contains)
  }
}
