import Training

/// Where in a recorded run the model on the desk stands.
package struct Travel {
  let path: RunPath
  /// The last step that was made; the run's first state if none was.
  let step: Int

  var run: RecordedRun { path.run }
  /// As the prompt has it: `ferry-1 @ 137`.
  var place: String { "\(run.folder.name) @ \(step)" }
}

/// A move in a run while none is travelled.
struct NotTravelling: Error, CustomStringConvertible {
  let runs: [String]

  var description: String {
    let remedy =
      runs.isEmpty
      ? "`train` makes a run" : "`travel RUN` enters one: \(runs.joined(separator: ", "))"
    return "no run is travelled; \(remedy)"
  }
}

extension Session {
  /// The run in which the learner stands, and where. Throws `NotTravelling`.
  func travel() throws -> Travel {
    guard let travel = desk.model?.travel else { throw NotTravelling(runs: runNames) }
    return travel
  }

  var runNames: [String] { RunFolder.all(in: workspace.runs).map(\.name) }

  /// Goes to a step and lays everything in it on the desk; nothing changes if that fails.
  ///
  /// - Throws: `NotYet` if the run has no such step, and what playing it again throws
  func go(to step: Int, in path: RunPath) throws -> PlaceReport {
    let run = path.run
    try run.require(step: step)
    guard step > run.start else {
      let trainer = try path.trainer(after: step, in: self)
      put(DeskModel(Travel(path: path, step: step), trainer, nil))
      return PlaceReport(run, step: step, trainer: trainer, batch: nil)
    }
    let played = try path.played(step, in: self)
    put(DeskModel(Travel(path: path, step: step), played.trainer, played.outcome.traced))
    return PlaceReport(run, step: step, trainer: played.trainer, batch: played.batch)
  }
}

extension RecordedRun {
  /// Throws `NotYet` unless the run can be seen after this step.
  func require(step: Int) throws {
    guard !steps.isEmpty else { throw NotYet("run '\(folder.name)' has no recorded step") }
    guard (start...lastStep).contains(step) else {
      throw NotYet(
        "run '\(folder.name)' has steps \(start + 1) to \(lastStep), not \(step); "
          + (request.origin.map {
            "up to \(start) it is run '\($0.run)', which `travel \($0.run)` enters"
          } ?? "0 is before the first"))
    }
  }

  /// The step with the largest rise of the loss over the step before; the earliest of equals, nil of
  /// fewer than two.
  var worstStep: Int? {
    zip(numberedSteps, numberedSteps.dropFirst()).map { (step: $1.step, rise: $1.loss - $0.loss) }
      .max { ($0.rise, $1.step) < ($1.rise, $0.step) }?.step
  }
}

extension DeskModel {
  /// The model of a run where a traveller stands.
  /// - Parameter step: everything in the step that led here; nil at the run's beginning
  init(_ travel: Travel, _ trainer: Trainer, _ step: TracedStep?) {
    self.init(trainer, tokenizer: travel.run.tokenizer)
    self.trainer = trainer
    data = travel.run.data
    self.step = step
    self.travel = travel
  }
}
