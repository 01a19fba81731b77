import Kernels

/// A short signature of a set, such that the share of equal places in two signatures estimates the
/// Jaccard similarity of the sets (Broder 1997); the standard error is at most 0.044.
package struct MinHash: Sendable {
  /// Places in a signature.
  package static let places = 128
  /// Bands that a signature is cut into. Two sets of similarity s meet in one of them with
  /// probability 1 − (1 − s⁴)³²: 0.9999999 at 0.8, and 0.23 at 0.3.
  package static let bands = 32
  package static let rowsPerBand = places / bands

  /// One odd factor and one summand a place: the "permutations".
  private let factors: [UInt64]
  private let summands: [UInt64]

  /// The permutations are the same in every program: a signature can be compared with any other.
  package init() {
    let stream = RandomStream(seed: 0, stream: 0x4D48_5348)
    let words = (0..<Self.places).map { stream.words(step: 0, element: $0) }
    factors = words.map { (UInt64($0[0]) << 32 | UInt64($0[1])) | 1 }
    summands = words.map { UInt64($0[2]) << 32 | UInt64($0[3]) }
  }

  /// The signature of a set of hashes: in each place the least value that the place's permutation
  /// gives to an element. An empty set has the largest value in all places.
  package func signature(of set: [UInt64]) -> [UInt32] {
    var least = [UInt32](repeating: .max, count: Self.places)
    least.withUnsafeMutableBufferPointer { least in
      factors.withUnsafeBufferPointer { factors in
        summands.withUnsafeBufferPointer { summands in
          for element in set {
            for place in 0..<Self.places {
              let product = element &* factors[place] &+ summands[place]
              let value = UInt32(truncatingIfNeeded: product >> 32)
              if value < least[place] { least[place] = value }
            }
          }
        }
      }
    }
    return least
  }

  /// The share of equal places, 0...1.
  package static func estimate(_ first: [UInt32], _ second: [UInt32]) -> Double {
    var equal = 0
    for place in 0..<places where first[place] == second[place] { equal += 1 }
    return Double(equal) / Double(places)
  }

  /// One key a band; two signatures are candidates when a band's keys are equal.
  package static func bandKeys(_ signature: [UInt32]) -> [UInt64] {
    (0..<bands).map { band in
      var key = TextHash.mix(UInt64(band) + 1)
      for row in 0..<rowsPerBand {
        key = TextHash.mix(key ^ UInt64(signature[band * rowsPerBand + row]))
      }
      return key
    }
  }
}
