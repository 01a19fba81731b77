import Foundation
import Kernels
import Training

/// A run of 1,000 steps of the 0.8 M model, recorded as `train` records by default, to be travelled in.
struct TravelGround {
  static let steps = 1000
  private let run: RecordedRun
  private let pool: WorkerPool
  /// The step that lies farthest behind a snapshot.
  private let farthest: Int

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
    farthest = gaps.max { $0.1 - $0.0 < $1.1 - $1.0 }?.1 ?? Self.steps
  }

  /// Goes where going takes longest, from nowhere.
  func goto() throws { _ = try RunWalk(run, pool: pool).tracedStep(farthest) }

  /// Stands there, and goes a step back each time that what it gives is called.
  func back() throws -> () throws -> Void {
    let walk = RunWalk(run, pool: pool)
    var step = farthest
    _ = try walk.tracedStep(step)
    return {
      step = max(step - 1, 1)
      _ = try walk.tracedStep(step)
    }
  }
}
