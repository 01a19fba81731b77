/// Tells where the time of a computation goes: how long each kind of work took. It changes no bit.
package final class Stopwatch {
  /// One kind of work.
  package struct Part: Sendable {
    /// The name of an operation, or of what is done to all weights.
    package let name: String
    package fileprivate(set) var calls = 0
    /// Seconds on the way forward, and back.
    package fileprivate(set) var forward = 0.0
    package fileprivate(set) var backward = 0.0
    /// Floating-point operations of its products, both ways.
    package fileprivate(set) var flops = 0
  }

  package enum Direction: Sendable { case forward, backward }

  /// In the order in which they first came.
  package private(set) var parts: [Part] = []

  package init() {}

  fileprivate func add(_ seconds: Double, _ flops: Int, to name: String, _ direction: Direction) {
    let place = parts.firstIndex { $0.name == name } ?? parts.count
    if place == parts.count { parts.append(Part(name: name)) }
    parts[place].flops += flops
    switch direction {
    case .forward:
      parts[place].calls += 1
      parts[place].forward += seconds
    case .backward: parts[place].backward += seconds
    }
  }
}

extension Stopwatch? {
  /// Does the work, and times it if there is a watch.
  /// - Parameters:
  ///   - direction: where the time is added; the way forward also counts a call
  ///   - flops: floating-point operations of the work's products
  package func time<Result>(
    _ name: @autoclosure () -> String, _ direction: Stopwatch.Direction = .forward,
    flops: @autoclosure () -> Int = 0, _ work: () -> Result
  ) -> Result {
    guard let self else { return work() }
    let start = ContinuousClock.now
    let result = work()
    self.add((ContinuousClock.now - start) / .seconds(1), flops(), to: name(), direction)
    return result
  }
}
