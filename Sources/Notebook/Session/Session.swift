import Kernels

/// One sitting at the notebook: where it works, what is on the desk, how it is shown.
package final class Session {
  package let home: Home
  package let workspace: Workspace
  /// A lesson that skips cells puts another one in its place meanwhile.
  package var console: any Console
  package var page: Page
  package var desk = Desk()
  /// The number of the next cell.
  package var cellNumber = 1
  /// The cells that ran, in the order in which they did.
  package internal(set) var records: [CellRecord] = []
  /// How much expressions may take.
  package var limits = Limits()
  /// How deep `%run` is inside `%run`.
  var runDepth = 0
  /// Started when first needed; see `pool()`.
  var startedPool: WorkerPool?
  /// True while a lesson is brought to a place unseen: a run that is on record is then read instead of
  /// being trained again, which gives the same bits.
  var recallsRuns = false
  /// The lesson that is played, if one is.
  package var lesson: LessonPlayer?

  package init(home: Home, workspace: Workspace, console: any Console, page: Page) {
    self.home = home
    self.workspace = workspace
    self.console = console
    self.page = page
  }

  /// Ends the running cell if Ctrl-C was typed.
  package func checkInterrupt(_ outcome: @autoclosure () -> String = "") throws {
    if console.isInterrupted { throw Interrupted(outcome()) }
  }
}
