import Foundation
import Kernels
import Training

/// A run of 1,000 steps of the 0.8 M model, recorded as `train` records by default, to be travelled in.
struct TravelGround {
  static let steps = 1000
  private let run: RecordedRun
  private let pool: WorkerPool
  /// The step that lies farthest behind a snapshot, and that snapshot.
  private let farthest: Int
  private let snapshot: Int

  /// Trains and records it in `folder`, which takes 1,000 steps' time.
  init(in folder: URL, pool: WorkerPool) throws {
    let name = "travel"
    _ = try OwnProcess(folder: folder).run(
      [
        "train", "--data", try BenchText.small(in: folder).path, "--steps", "\(Self.steps)",
        "--family", "gpt2", "--vocab", "300", "--layers", "4", "--heads", "4", "--width", "128",
        "--context", "64", "--batch", "12", "--name", name,
      ])
    let runs = Workspace(root: folder.appendingPathComponent("workspace")).runs
    run = try RecordedRun(RunFolder(runs.appendingPathComponent(name, isDirectory: true)))
    self.pool = pool
    let snapshots = run.folder.snapshotSteps
    let gaps = zip(snapshots, snapshots.dropFirst())
    let widest = gaps.max { $0.1 - $0.0 < $1.1 - $1.0 } ?? (0, Self.steps)
    (snapshot, farthest) = widest
  }

  /// Goes where going takes longest, from nowhere.
  /// - Returns: what stands there, and the seconds it took
  func goto() throws -> (walk: RunWalk, seconds: Double) {
    let walk = RunWalk(run, pool: pool)
    return (walk, try seconds { _ = try walk.tracedStep(farthest) })
  }

  /// Goes there, then back to the first step behind the snapshot, step by step.
  /// - Returns: the seconds that the slowest of these steps took
  func slowestBack() throws -> Double {
    let walk = try goto().walk
    return try (snapshot + 1..<farthest).reversed().map { step in
      try seconds { _ = try walk.tracedStep(step) }
    }.max() ?? 0
  }
}
