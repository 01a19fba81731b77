import Synchronization

/// The console of a lesson that is played on a thread of its own: nobody sits at it, but its progress
/// can be read and Ctrl-C passed on from another thread.
final class RehearsalConsole: Console, Sendable {
  private let shown = Mutex<String?>(nil)
  private let isStopped = Atomic<Bool>(false)

  /// The progress line.
  var progress: String? { shown.withLock { $0 } }
  var isInterrupted: Bool { isStopped.load(ordering: .relaxed) }

  func stream(_ text: String) {}
  func showProgress(_ line: String?) { shown.withLock { $0 = line } }
  func ask(_ prompt: String) -> String? { nil }

  /// Makes the running cell stop, as Ctrl-C does.
  func interrupt() { isStopped.store(true, ordering: .relaxed) }
}
