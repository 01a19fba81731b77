/// Plays a lesson in a session, step by step, with room for the learner's own cells between.
///
/// The player keeps the desk that the lesson's own cells left. It is laid back before each of them,
/// so that nothing the learner does breaks the lesson; variables of the learner's own stay where
/// the lesson has none of that name.
package final class LessonPlayer {
  package let lesson: Lesson
  /// What the lesson and those it needs keep in the workspace.
  let artifacts: LessonArtifacts
  /// The question that waits for an answer.
  var question: OpenQuestion?
  /// The step and the moment in it that are played next.
  private(set) var place = Place(step: 0, moment: 0)
  /// True while a cell of the lesson runs, as opposed to one of the learner's.
  private(set) var isRunningCell = false
  /// What is wrong with the progress file, once it was said.
  var knownTrouble = ""
  /// What the lesson's cells left behind.
  private var script: ScriptState
  /// What each step began with; nil for those that were not reached since the lesson was opened.
  private var beginnings: [ScriptState?]
  private let moments: [[LessonMoment]]

  /// Where in the lesson something stands.
  struct Place: Comparable {
    var step: Int
    var moment: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.step, left.moment) < (right.step, right.moment)
    }
  }
  /// A question and how often it was answered.
  struct OpenQuestion {
    let prediction: Prediction
    let key: String
    var tries = 0
  }
  /// The desk between two cells of the lesson, and the number that the next one has.
  private struct ScriptState {
    var desk = Desk()
    var cellNumber = 1
    /// True once a cell ended in an error that the lesson does not make.
    var isBroken = false
  }

  /// Lays a clean desk with the lesson's seed into the session.
  package init(_ lesson: Lesson, on shelf: LessonShelf, in session: Session) {
    self.lesson = lesson
    artifacts = LessonArtifacts(of: lesson, on: shelf)
    moments = lesson.steps.map(LessonMoment.moments)
    script = ScriptState()
    script.desk.seed = lesson.front.seed
    beginnings = [script] + Array(repeating: nil, count: moments.count - 1)
    lay(script, in: session)
  }

  var isAtEnd: Bool { place.step == moments.count }

  /// What is played next; nil at the end of the lesson.
  var upcoming: LessonMoment? { isAtEnd ? nil : moments[place.step][place.moment] }

  /// The number that the lesson's next cell has.
  var nextNumber: Int { script.cellNumber }

  /// How many moments a step has.
  func momentCount(of step: Int) -> Int { moments[step].count }

  /// The last of some steps whose beginning is known, and was reached without an accident.
  func lastKnown(of steps: ClosedRange<Int>) -> Int? {
    steps.last { beginnings[$0].map { !$0.isBroken } ?? false }
  }

  /// Runs a cell of the lesson on the desk that the lesson left. Throws `Interrupted` if it was
  /// stopped, and then nothing has changed.
  func run(_ cell: ScriptCell, in session: Session) throws -> CellResult {
    let own = ownVariables(in: session)
    isRunningCell = true
    defer {
      isRunningCell = false
      session.desk.variables.merge(own) { lessons, _ in lessons }
    }
    lay(script, in: session)
    let result = session.run(cell: cell.text)
    guard result.status != .interrupted else {
      lay(script, in: session)
      throw Interrupted("Enter runs the cell again")
    }
    script = ScriptState(
      desk: session.desk, cellNumber: session.cellNumber,
      isBroken: script.isBroken || cell.isAccident(result))
    return result
  }

  /// Asks a question: the desk is the lesson's, for the answer may look at it.
  func ask(_ prediction: Prediction, key: String, in session: Session) {
    let own = ownVariables(in: session)
    lay(script, in: session)
    session.desk.variables.merge(own) { lessons, _ in lessons }
    question = OpenQuestion(prediction: prediction, key: key)
  }

  /// Judges an answer. It may use what the learner made; the check sees the lesson's desk only.
  func judge(
    _ answer: String, for prediction: Prediction, in session: Session
  ) -> PredictionJudge.Verdict {
    let judge = PredictionJudge(session: session)
    let value = judge.value(of: answer)
    let desk = session.desk
    defer { session.desk = desk }
    session.desk = script.desk
    return judge.judge(value, for: prediction)
  }

  /// Goes on behind the upcoming moment. Returns the id of the step if it ended there.
  func advance() -> String? {
    place.moment += 1
    guard place.moment == moments[place.step].count else { return nil }
    defer { place = Place(step: place.step + 1, moment: 0) }
    return lesson.steps[place.step].id
  }

  /// Remembers what the upcoming step begins with.
  func begin() { beginnings[place.step] = script }

  /// Goes to the beginning of a step whose beginning is known, with the desk that it had.
  func rewind(to step: Int, in session: Session) {
    guard let beginning = beginnings[step] else { return }
    question = nil
    place = Place(step: step, moment: 0)
    script = beginning
    lay(script, in: session)
  }

  /// Forgets what all steps but the first began with.
  func forget() {
    for step in beginnings.indices.dropFirst() { beginnings[step] = nil }
  }

  private func lay(_ state: ScriptState, in session: Session) {
    session.desk = state.desk
    session.cellNumber = state.cellNumber
  }

  private func ownVariables(in session: Session) -> [String: Value] {
    session.desk.variables.filter { script.desk.variables[$0.key] == nil }
  }
}
