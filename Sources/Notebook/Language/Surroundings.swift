import Kernels
import Models
import Text

/// What expressions find around them besides names. Left as it is, a thread and nothing else.
package struct Surroundings {
  /// The threads that compute.
  package var pool: () throws -> WorkerPool = { WorkerPool(threadCount: 1) }
  /// The model whose parts can be called; nil if there is none.
  package var model: Model?
  /// What `encode` and `decode` use. Throws `NotYet` if there is none.
  package var tokenizer: () throws -> Tokenizer = { throw NotYet("there is no tokenizer yet") }
  /// The seed of random numbers that are given none.
  package var seed: UInt64 = 1
  /// True once Ctrl-C was typed.
  package var isInterrupted: () -> Bool = { false }
  /// Why a tensor that was there is there no more; nil for any other name.
  package var whereabouts: (String) -> String? = { _ in nil }
  package var limits = Limits()

  package init() {}
}
