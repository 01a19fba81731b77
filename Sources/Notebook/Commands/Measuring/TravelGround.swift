import Foundation
import Kernels
import Training

/// A run of 1,000 steps of the 0.8 M model, recorded as `train` records by default, and a traveller in it.
final class TravelGround {
  static let steps = 1000
  private let walk: RunWalk
  /// The widest gaps between snapshots, the last first.
  private let gaps: [(snapshot: Int, next: Int)]
  private var visits = 0
  /// What the traveller sees until the next step is there.
  private var place: (trainer: Trainer, outcome: Trainer.Outcome, batch: TrainingBatch)?

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
    let run = try RecordedRun(RunFolder(runs.appendingPathComponent(name, isDirectory: true)))
    walk = RunWalk(run, pool: pool)
    let snapshots = run.folder.snapshotSteps
    let all = zip(snapshots, snapshots.dropFirst()).map { (snapshot: $0, next: $1) }
    let widest = all.map { $0.next - $0.snapshot }.max()
    gaps = all.reversed().filter { $0.next - $0.snapshot == widest }
  }

  /// Goes where going takes longest, each time in the gap before the last one's: what was kept lies
  /// behind it.
  /// - Returns: the seconds it took
  func goto() throws -> Double { try goto(nextGap().next) }

  /// Goes there, then back to the first step behind the snapshot, step by step.
  /// - Returns: the seconds that the slowest of these steps took
  func slowestBack() throws -> Double {
    let gap = nextGap()
    _ = try goto(gap.next)
    return try (gap.snapshot + 1..<gap.next).reversed().map(goto).max() ?? 0
  }

  private func nextGap() -> (snapshot: Int, next: Int) {
    visits += 1
    return gaps[visits % gaps.count]
  }

  private func goto(_ step: Int) throws -> Double {
    try seconds { place = try walk.tracedStep(step) }
  }
}
