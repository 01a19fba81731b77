/// The names that a lesson's cells give to values, told without running them.
struct LessonVariables {
  /// With the line of the cell that gave it first.
  private let given: [(name: String, line: Int)]

  init(_ lesson: Lesson) {
    var given: [(name: String, line: Int)] = []
    for cell in lesson.cells {
      let kind = Cell(cell.text, commands: Glassbox.commandNames) { _ in false }
      if case .assignment(let name, _, _) = kind, !given.contains(where: { $0.name == name }) {
        given.append((name, cell.line))
      }
    }
    self.given = given
  }

  var all: [String] { given.map(\.name) }

  /// Those that a cell can use.
  func known(to cell: ScriptCell) -> [String] {
    given.filter { $0.line < cell.line }.map(\.name)
  }
}
