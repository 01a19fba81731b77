extension RandomStream {
  /// A standard normal number, by Box and Muller's transformation of two uniform ones.
  package func normal(step: Int, element: Int) -> Float {
    let words = words(step: step, element: element)
    // In (0, 1]: the logarithm of 0 is never asked for.
    let first = (Double(words[0]) + 1) * 0x1p-32
    let angle = Double(words[1]) * 0x1p-32 * 2 * 0x1.921fb54442d18p1
    let radius = (-2 * Trigonometry.logarithm(first)).squareRoot()
    return Float(radius) * Trigonometry.sineAndCosine(angle).cosine
  }
}
