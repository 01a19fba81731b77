import Foundation
import Kernels

/// `GLASSBOX_THREADS` is no number of threads.
package struct ThreadCountError: Error, CustomStringConvertible {
  let value: String
  package var description: String {
    "GLASSBOX_THREADS is '\(value)'; set it to a whole number from 1 to 256, or leave it unset"
  }
}

extension WorkerPool {
  /// As many threads as `GLASSBOX_THREADS` says, else as many as there are processors. The number
  /// never changes a result. Throws `ThreadCountError`.
  package static func fromEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> WorkerPool {
    guard let value = environment["GLASSBOX_THREADS"], !value.isEmpty else {
      return WorkerPool(threadCount: max(1, ProcessInfo.processInfo.activeProcessorCount))
    }
    guard let count = Int(value), (1...256).contains(count) else {
      throw ThreadCountError(value: value)
    }
    return WorkerPool(threadCount: count)
  }
}

extension Session {
  /// The threads that all engine work shares, started when first needed.
  package func pool() throws -> WorkerPool {
    if let startedPool { return startedPool }
    let pool = try WorkerPool.fromEnvironment()
    startedPool = pool
    return pool
  }
}
