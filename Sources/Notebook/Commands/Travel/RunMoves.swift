import ArgumentParser
import Training

/// Goes to the first step of the travelled run.
struct First: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go to the first step of the travelled run.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path = try session.travel().path
    return try session.go(to: path.run.start + 1, in: path)
  }
}

/// Goes to the last step of the travelled run.
struct Last: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go to the last step of the travelled run.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path = try session.travel().path
    return try session.go(to: path.run.lastStep, in: path)
  }
}

/// Goes to where the loss jumped most.
struct Worst: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go to the step of the travelled run whose loss rose most over the step before.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path = try session.travel().path
    guard let step = path.run.worstStep else {
      throw NotYet("run '\(path.run.folder.name)' has one step: there is no jump to find")
    }
    return try session.go(to: step, in: path)
  }
}

/// Ends the travel.
struct Leave: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Leave the travelled run; the model it came to lies on the desk then.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path = try session.travel().path
    let run = path.run
    session.put(DeskModel(try path.lastTrainer(in: session), tokenizer: run.tokenizer))
    return LeaveReport(run: run.folder.name, step: run.lastStep)
  }
}

/// What lies on the desk after the travel.
struct LeaveReport: Report {
  let run: String
  let step: Int

  func text(on page: Page) -> String {
    "left \(run); its model after step \(step) lies on the desk"
  }
}

extension Session {
  /// So many steps on in the travelled run, or back if negative; at its ends it stops.
  ///
  /// - Throws: `NotYet` at the end, and what going to a step throws
  func move(by count: Int) throws -> PlaceReport {
    let travel = try travel()
    let (start, last) = (travel.run.start, travel.run.lastStep)
    let isForward = count > 0
    guard travel.step != (isForward ? last : start) else {
      throw NotYet(
        isForward
          ? "step \(last) is the last of run '\(travel.run.folder.name)'"
          : "this is before the first step of run '\(travel.run.folder.name)'")
    }
    let target = travel.step.addingReportingOverflow(count)
    let wanted = target.overflow ? (isForward ? last : start) : target.partialValue
    return try go(to: min(max(wanted, start), last), in: travel.path)
  }
}
