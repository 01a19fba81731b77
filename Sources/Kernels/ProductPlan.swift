/// How the outputs of a product are dealt to tasks: to each some tiles of rows and some strips of
/// columns.
struct ProductPlan {
  private let tileCount: Int
  private let stripCount: Int
  private let tilesPerTask: Int
  private let stripsPerTask: Int
  /// Tasks with the same strips, one after the other.
  private let tasksPerPanel: Int
  let tasks: Int
  /// Floats in the packed strips of a task, padding included.
  let panelCount: Int

  /// So many for each thread, since some threads are slower than others.
  private static let tasksPerThread = 10
  /// The strips of a task, a mebibyte, stay in the second cache.
  private static let panelSize = 1 << 18

  /// - Parameter terms: of one block
  init(rows: Int, columns: Int, terms: Int, threads: Int) {
    func parts(_ whole: Int, by size: Int) -> Int { (whole + size - 1) / size }
    tileCount = parts(rows, by: Tile.rows)
    stripCount = parts(columns, by: Tile.columns)
    let mostStrips = max(1, Self.panelSize / (terms * Tile.columns))
    // Threads that share rows read them twice, threads that share columns pack them twice.
    let fewestPanels = columns < rows ? 1 : min(threads, stripCount)
    let panels = max(fewestPanels, parts(stripCount, by: mostStrips))
    stripsPerTask = parts(stripCount, by: panels)
    let wanted = threads == 1 ? 1 : parts(threads * Self.tasksPerThread, by: panels)
    tilesPerTask = parts(tileCount, by: min(wanted, tileCount))
    tasksPerPanel = parts(tileCount, by: tilesPerTask)
    tasks = parts(stripCount, by: stripsPerTask) * tasksPerPanel
    panelCount = stripsPerTask * terms * Tile.columns
  }

  func strips(of task: Int) -> Range<Int> {
    let first = task / tasksPerPanel * stripsPerTask
    return first..<min(first + stripsPerTask, stripCount)
  }

  func tiles(of task: Int) -> Range<Int> {
    let first = task % tasksPerPanel * tilesPerTask
    return first..<min(first + tilesPerTask, tileCount)
  }
}
