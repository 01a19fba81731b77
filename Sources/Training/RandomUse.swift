import Kernels

/// What a seed's numbers are used for; each use has its own stream.
package enum RandomUse: UInt32, Sendable {
  case weights = 1
  case adapter = 2
  case batches = 3
  case dropout = 4

  package func stream(seed: UInt64) -> RandomStream {
    RandomStream(seed: seed, stream: rawValue)
  }
}
