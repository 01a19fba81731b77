/// Plays a lesson in a session, step by step, with room for the learner's own cells between.
///
/// The player keeps the desk that the lesson's own cells left. It is laid back before each of them,
/// so that nothing the learner does breaks the lesson; variables of the learner's own stay where
/// the lesson has none of that name.
package final class LessonPlayer {
  package let lesson: Lesson
  /// The question that waits for an answer.
  var question: OpenQuestion?
  /// The step and the moment in it that are played next.
  private(set) var place = Place(step: 0, moment: 0)
  /// What the lesson's cells left behind.
  private var script: ScriptState
  /// What each step began with, as far as the lesson was played.
  private var beginnings: [ScriptState] = []
  private let moments: [[LessonMoment]]

  /// Where in the lesson something stands.
  struct Place: Equatable {
    var step: Int
    var moment: Int
  }
  /// A question and how often it was answered wrongly.
  struct OpenQuestion {
    let prediction: Prediction
    let key: String
    var tries = 0
  }
  /// The desk between two cells of the lesson, and the number that the next one has.
  private struct ScriptState {
    var desk: Desk
    var cellNumber: Int
  }

  /// Lays a clean desk with the lesson's seed into the session.
  package init(_ lesson: Lesson, in session: Session) {
    self.lesson = lesson
    moments = lesson.steps.map(LessonMoment.moments)
    var desk = Desk()
    desk.seed = lesson.front.seed
    script = ScriptState(desk: desk, cellNumber: 1)
    lay(script, in: session)
  }

  var isAtEnd: Bool { place.step == moments.count }

  /// What is played next; nil at the end of the lesson.
  var upcoming: LessonMoment? { isAtEnd ? nil : moments[place.step][place.moment] }

  /// The number that the lesson's next cell has.
  var nextNumber: Int { script.cellNumber }

  /// How many steps have begun: to these there is a way back.
  var begun: Int { beginnings.count }

  /// Runs a cell of the lesson on the desk that the lesson left. Throws `Interrupted` if it was
  /// stopped, and then nothing has changed.
  func run(_ cell: ScriptCell, in session: Session) throws -> CellResult {
    let own = ownVariables(in: session)
    defer { session.desk.variables.merge(own) { lessons, _ in lessons } }
    lay(script, in: session)
    let result = session.run(cell: cell.text)
    guard result.status != .interrupted else {
      lay(script, in: session)
      throw Interrupted("Enter runs the cell again")
    }
    script = ScriptState(desk: session.desk, cellNumber: session.cellNumber)
    return result
  }

  /// Asks a question: the desk is the lesson's, for the check may look at it.
  func ask(_ prediction: Prediction, key: String, in session: Session) {
    let own = ownVariables(in: session)
    lay(script, in: session)
    session.desk.variables.merge(own) { lessons, _ in lessons }
    question = OpenQuestion(prediction: prediction, key: key)
  }

  /// Goes on behind the upcoming moment. Returns the id of the step if it ended there.
  func advance() -> String? {
    place.moment += 1
    guard place.moment == moments[place.step].count else { return nil }
    defer { place = Place(step: place.step + 1, moment: 0) }
    return lesson.steps[place.step].id
  }

  /// Remembers what the upcoming step begins with.
  func begin() {
    if beginnings.count == place.step { beginnings.append(script) }
  }

  /// Goes to the beginning of a step that has begun before, with the desk that it began with.
  func rewind(to step: Int, in session: Session) {
    question = nil
    place = Place(step: step, moment: 0)
    if beginnings.indices.contains(step) {
      script = beginnings[step]
      beginnings.removeSubrange(step...)
    }
    lay(script, in: session)
  }

  private func lay(_ state: ScriptState, in session: Session) {
    session.desk = state.desk
    session.cellNumber = state.cellNumber
  }

  private func ownVariables(in session: Session) -> [String: Value] {
    session.desk.variables.filter { script.desk.variables[$0.key] == nil }
  }
}
