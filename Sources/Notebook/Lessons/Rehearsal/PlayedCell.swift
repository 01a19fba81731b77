/// A cell of a lesson that was played, and what it printed.
struct PlayedCell: Sendable {
  let cell: ScriptCell
  /// Of its prompt.
  let number: Int
  /// What it prints in a transcript.
  let lines: [String]
  /// Whether it ended in an error, as a lesson may want it to.
  let failed: Bool
  /// What it draws; the caption holds what was streamed before.
  let drawing: CellDrawing?
}
