import ArgumentParser

/// Whether a run is only to be planned.
package struct PlanOption: ParsableArguments {
  @Flag(
    name: .customLong("plan"),
    help: """
      Tell the run's size, memory, work and time, and where a step's time goes, measured on a few \
      steps; train nothing.
      """)
  var isWanted = false

  package init() {}
}
