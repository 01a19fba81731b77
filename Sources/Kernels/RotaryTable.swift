/// The sines and cosines of rotary positions (Su et al. 2021), in the half-split form of Llama:
/// channel i turns together with channel i + D/2 by position · base^(−2i/D).
package struct RotaryTable: Sendable {
  private let half: Int
  /// Both [positions, D/2].
  private let sines: [Float]
  private let cosines: [Float]

  package init(positions: Range<Int>, headSize: Int, base: Float) {
    precondition(headSize % 2 == 0, "rotary positions need an even head size, not \(headSize)")
    half = headSize / 2
    let logarithm = Trigonometry.logarithm(Double(base))
    let frequencies = (0..<half).map {
      Trigonometry.exponential(-logarithm * Double(2 * $0) / Double(headSize))
    }
    let turns = positions.flatMap { position in
      frequencies.map { Trigonometry.sineAndCosine(Double(position) * $0) }
    }
    sines = turns.map(\.sine)
    cosines = turns.map(\.cosine)
  }

  /// Sine and cosine for channels `pair` and `pair` + D/2 at a position, counted from the first.
  package func angle(_ position: Int, pair: Int) -> (sine: Float, cosine: Float) {
    (sines[position * half + pair], cosines[position * half + pair])
  }

  /// Turns one vector by the angles of the table's position `position`, counted from its first.
  /// - Parameters:
  ///   - x, out: [D]; may be the same
  ///   - backwards: the other way round, which is the gradient
  package func turn(
    _ position: Int, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>,
    backwards: Bool
  ) {
    sines.withUnsafeBufferPointer { sines in
      cosines.withUnsafeBufferPointer { cosines in
        guard let sine = sines.baseAddress, let cosine = cosines.baseAddress else { return }
        let row = position * half
        let sign: Float = backwards ? -1 : 1
        Pointwise.map(half) { at, reach in
          let (a, b) = (reach.load(x + at), reach.load(x + half + at))
          let (s, c) = (reach.load(sine + row + at) * sign, reach.load(cosine + row + at))
          reach.store(b * c + a * s, out + half + at)
          return a * c - b * s
        } into: { at, reach, lanes in
          reach.store(lanes, out + at)
        }
      }
    }
  }
}
