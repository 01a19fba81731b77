import Synchronization

/// Ctrl-C, as the running cell sees it.
///
/// The state is global since a signal handler has no other way to say anything; it is one atomic word.
enum Interruption {
  /// When the first Ctrl-C since `reset` came, in nanoseconds of the monotonic clock; 0 if none did.
  private static let first = Atomic<Int64>(0)

  /// How long a cell may stay deaf before a second Ctrl-C says how to end the program.
  private static let patience: Int64 = 2_000_000_000

  static var isPending: Bool { first.load(ordering: .relaxed) != 0 }

  static func reset() { first.store(0, ordering: .relaxed) }

  /// From now on Ctrl-C sets the flag instead of ending the program. Blocking reads return early.
  static func catchSignals() {
    reset()
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { _ in Interruption.note() }
    #else
      action.__sigaction_handler.sa_handler = { _ in Interruption.note() }
    #endif
    sigaction(SIGINT, &action, nil)
    // Ctrl-\ is no crash of which Swift's runtime should tell.
    signal(SIGQUIT, SIG_DFL)
  }

  /// Called by the handler: only what POSIX allows there.
  private static func note() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    let (isFirst, earlier) = first.compareExchange(
      expected: 0, desired: now, ordering: .relaxed)
    guard !isFirst, now - earlier > patience else { return }
    let advice: StaticString = "\nstill stopping; Ctrl-\\ ends the whole program at once\n"
    _ = write(STDERR_FILENO, advice.utf8Start, advice.utf8CodeUnitCount)
  }
}
