/// −log softmax(logits)[target] over rows.
package enum CrossEntropy {
  /// Writes each row's loss: log Σ exp(x − max) + max − x[target].
  /// - Parameters:
  ///   - logits: [rows, size]
  ///   - targets: [rows], each in 0..<size
  ///   - probabilities: [rows, size], the softmax
  ///   - losses: [rows]
  package static func forward(
    rows: Range<Int>, size: Int, logits: UnsafePointer<Float>, targets: UnsafePointer<Int32>,
    probabilities: UnsafeMutablePointer<Float>, losses: UnsafeMutablePointer<Float>
  ) {
    for row in rows {
      let x = logits + row * size
      let (largest, sum) = Softmax.forward(size, x, into: probabilities + row * size) { $0 }
      let logarithm = Elementary.log(Lanes(repeating: sum))[0]
      losses[row] = (logarithm + largest) - x[Int(targets[row])]
    }
  }

  /// dlogits = (probabilities − one-hot(target))·weight.
  /// - Parameters:
  ///   - weights: [rows], what each row's loss counts in the result
  package static func backward(
    rows: Range<Int>, size: Int, probabilities: UnsafePointer<Float>,
    targets: UnsafePointer<Int32>, weights: UnsafePointer<Float>,
    into dlogits: UnsafeMutablePointer<Float>
  ) {
    for row in rows {
      let target = row * size + Int(targets[row])
      Pointwise.scale(
        size, probabilities + row * size, by: weights[row], into: dlogits + row * size)
      dlogits[target] = (probabilities[target] - 1) * weights[row]
    }
  }
}
