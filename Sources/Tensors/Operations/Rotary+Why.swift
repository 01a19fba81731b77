extension Rotary {
  /// x·cos θ − x′·sin θ in the first half of the channels, x·cos θ + x′·sin θ in the second, where x′
  /// is the other channel of the pair.
  static func why(_ at: Place, _ index: [Int], base: Float, offset: Int) -> [Explanation.Step] {
    turned(at, index, base: base, offset: offset, sign: 1) { at.input(0, $0, $1) }
  }

  /// The gradient, turned back.
  static func whyGradient(_ at: Place, _ index: [Int], base: Float, offset: Int)
    -> [Explanation.Step]
  {
    turned(at, index, base: base, offset: offset, sign: -1) {
      at.slope($1).renamed($0 == "x" ? "dy" : "dy′")
    }
  }

  private static func turned(
    _ at: Place, _ index: [Int], base: Float, offset: Int, sign: Float,
    element: (String, [Int]) -> Formula
  ) -> [Explanation.Step] {
    let size = at.output.shape.lastSize
    let (row, channel) = index.rowAndColumn
    let pair = channel % (size / 2)
    let isFirst = channel < size / 2
    let (sine, cosine) = angle(position: offset + index[2], pair: pair, size: size, base: base)
    let kept = Formula.times(element("x", index), .constant("cos θ", cosine))
    let other = element("x′", row + [isFirst ? pair + size / 2 : pair])
    let crossing = Formula.times(other, .constant(sign < 0 ? "sin(−θ)" : "sin θ", sign * sine))
    return [
      Explanation.Step(
        isFirst ? .minus(kept, crossing) : .plus(kept, crossing),
        remark:
          "θ = position·base^(−2i/D), here \(offset + index[2])·\(Int(base))^(−\(2 * pair)/\(size))"
      )
    ]
  }
}
