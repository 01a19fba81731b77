import ArgumentParser
import Training

/// Which run a command about steps is about.
struct TravelledRun: ParsableArguments {
  @Option(
    name: .customLong("run"),
    help: "A recorded run; if none is named, the one travelled, else the desk's.")
  var name: String?

  /// The run, ready to be walked in. Throws `NotTravelling`, or what reading it throws.
  func path(in session: Session) throws -> RunPath {
    if let name { return try RunPath(session.recordedRun(name), in: session) }
    if let travel = session.desk.model?.travel { return travel.path }
    guard let name = session.desk.model?.run, session.runNames.contains(name) else {
      throw NotTravelling(runs: session.runNames)
    }
    return try RunPath(session.recordedRun(name), in: session)
  }
}
