/// How the outputs of a product are dealt to tasks: to each some tiles of rows and some strips of
/// columns, as evenly as whole tiles and strips allow.
struct ProductPlan {
  private let tileCount: Int
  private let stripCount: Int
  private let panels: Int
  /// Tasks with the same strips, one after the other.
  private let tasksPerPanel: Int
  let tasks: Int
  /// Floats in the packed strips of a task, padding included.
  let panelCount: Int

  /// So many for each thread, since some threads are slower than others: the last one that begins a task
  /// keeps the others waiting for no more than that.
  private static let tasksPerThread = 32
  /// The strips of a task, a mebibyte, stay in the second cache.
  private static let panelSize = 1 << 18

  /// - Parameter terms: of one block
  init(rows: Int, columns: Int, terms: Int, threads: Int) {
    func parts(_ whole: Int, by size: Int) -> Int { (whole + size - 1) / size }
    tileCount = parts(rows, by: Tile.rows)
    stripCount = parts(columns, by: Tile.columns)
    let mostStrips = max(1, Self.panelSize / (terms * Tile.columns))
    // Threads that share rows read them twice, threads that share columns pack them twice.
    let fewestPanels = columns <= rows ? 1 : min(threads, stripCount)
    let panelsNeeded = max(fewestPanels, parts(stripCount, by: mostStrips))
    // A panel that two threads take tasks of is packed by both.
    panels =
      panelsNeeded == 1 ? 1 : min(parts(panelsNeeded, by: threads) * threads, stripCount)
    let wanted = threads == 1 ? 1 : parts(threads * Self.tasksPerThread, by: panels)
    tasksPerPanel = min(wanted, tileCount)
    tasks = panels * tasksPerPanel
    panelCount = parts(stripCount, by: panels) * terms * Tile.columns
  }

  func strips(of task: Int) -> Range<Int> {
    share(task / tasksPerPanel, of: panels, in: stripCount)
  }

  func tiles(of task: Int) -> Range<Int> {
    share(task % tasksPerPanel, of: tasksPerPanel, in: tileCount)
  }

  /// One of so many parts, each as large as the others or one larger.
  private func share(_ part: Int, of parts: Int, in count: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
  }
}
