import Kernels
import Testing

/// Fingerprints that every build of the kernels must give on every processor. A change of one of
/// them changes every trained weight: it needs a reason, and the lessons have to be recorded again.
@Suite struct SameBitsTests {
  private static let random = RandomStream(seed: 7, stream: 1)

  private static func normals(_ count: Int, step: Int) -> [Float] {
    (0..<count).map { random.normal(step: step, element: $0) }
  }

  /// Rows of 37, so that a part of the lanes is left over.
  private static let (rows, size) = (13, 37)
  private static let x = normals(rows * size, step: 1)
  private static let dy = normals(rows * size, step: 2)
  private static let weight = normals(size, step: 3)
  private static let bias = normals(size, step: 4)
  /// −110 to 110, beyond where exp overflows and underflows.
  private static let ramp = (0..<22_001).map { Float($0 - 11_000) * 0.01 }

  private static func filled(
    _ count: Int = rows * size, _ kernel: (UnsafeMutablePointer<Float>) -> Void
  ) -> String {
    var out = [Float](repeating: 0, count: count)
    kernel(&out)
    return Fingerprint(out).description
  }

  private func expect(
    _ fingerprint: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(fingerprint == expected, sourceLocation: location)
  }

  @Test func ofRandomNumbers() {
    expect(Fingerprint(Self.normals(1000, step: 0)).description, "356b8b09a5705c77")
    let indices = (0..<1000).map { Self.random.index(below: 12_345, step: 5, element: $0) }
    expect(Fingerprint(indices).description, "3c2744972fdaef7c")
  }

  @Test func ofAProduct() {
    let a = Self.normals(29 * 301, step: 5)
    let b = Self.normals(301 * 53, step: 6)
    let product = Self.filled(29 * 53) { c in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          MatrixProduct.multiply(
            rows: 29, columns: 53, terms: 301, MatrixView(a.baseAddress!, columns: 301),
            MatrixView(b.baseAddress!, columns: 53), into: c, pool: WorkerPool(threadCount: 2))
        }
      }
    }
    expect(product, "7436b297a687b0cb")
  }

  @Test func ofSoftmax() {
    let (rows, size) = (Self.rows, Self.size)
    var y = [Float](repeating: 0, count: rows * size)
    Softmax.forward(rows: 0..<rows, size: size, Self.x, into: &y)
    expect(Fingerprint(y).description, "5ef2a948166781b4")
    expect(
      Self.filled { Softmax.backward(rows: 0..<rows, size: size, y: y, dy: Self.dy, into: $0) },
      "846cb88b075de7b6"
    )
  }

  /// What is divided before: the bits of dividing and then taking the softmax.
  @Test func ofSoftmaxAfterADivision() {
    let (rows, size, divisor) = (Self.rows, Self.size, Float(5.6568546))
    let x = Self.x.indices.map { $0 % 5 == 3 ? -Float.infinity : Self.x[$0] }
    var (y, expected) = (x, x)
    Softmax.forward(rows: 0..<rows, size: size, x, dividedBy: divisor, into: &y)
    Softmax.forward(rows: 0..<rows, size: size, x.map { $0 / divisor }, into: &expected)
    #expect(y.map(\.bitPattern) == expected.map(\.bitPattern))
    var (dx, whole) = (x, x)
    Softmax.backward(
      rows: 0..<rows, size: size, y: y, dy: Self.dy, dividedBy: divisor, into: &dx)
    Softmax.backward(rows: 0..<rows, size: size, y: y, dy: Self.dy, into: &whole)
    #expect(dx.map(\.bitPattern) == whole.map { ($0 / divisor).bitPattern })
  }

  @Test(arguments: [
    (true, "309d6902a25b58fd", "b5fb77889e5d3067"), (false, "37460661a259ae2c", "78eddf24243104c0"),
  ])
  func ofNorms(centers: Bool, forward: String, backward: String) {
    let (rows, size) = (Self.rows, Self.size)
    let found = Self.filled {
      Normalization.forward(
        rows: 0..<rows, size: size, epsilon: 1e-5, centers: centers, Self.x, weight: Self.weight,
        bias: centers ? Self.bias : nil, into: $0)
    }
    expect(found, forward)
    // Rows of their own part, one after the other: groups of four that begin and end elsewhere.
    for parts in [[0..<rows], [0..<5, 5..<6, 6..<rows]] {
      var statistics = [Normalization.Statistics](
        repeating: Normalization.statistics(size, Self.x, epsilon: 1, centers: true), count: rows)
      func gradient(plus others: UnsafePointer<Float>?) -> [Float] {
        var out = [Float](repeating: 0, count: rows * size)
        for part in parts {
          Normalization.backward(
            rows: part, size: size, epsilon: 1e-5, centers: centers, x: Self.x,
            weight: Self.weight, dy: Self.dy, plus: others, statistics: &statistics,
            into: &out)
        }
        return out
      }
      let alone = gradient(plus: nil)
      expect(Fingerprint(alone).description, backward)
      let sum = Self.x.withUnsafeBufferPointer { gradient(plus: $0.baseAddress) }
      #expect(sum == zip(Self.x, alone).map(+))
      expectWeightGradients(statistics)
    }
  }

  /// One chain down the rows for each column.
  private func expectWeightGradients(_ statistics: [Normalization.Statistics]) {
    let (rows, size) = (Self.rows, Self.size)
    let expected = (0..<size).map { column in
      (0..<rows).reduce(Float(1)) { sum, row in
        let (at, row) = (row * size + column, statistics[row])
        return sum.addingProduct(Self.dy[at], (Self.x[at] - row.mean) * row.inverseDeviation)
      }
    }
    var found = [Float](repeating: 1, count: size)
    Normalization.weightGradients(
      columns: 0..<size, rows: rows, size: size, x: Self.x, dy: Self.dy, statistics: statistics,
      into: &found, continues: true)
    #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test func ofCrossEntropy() {
    let (rows, size) = (Self.rows, Self.size)
    let targets = (0..<rows).map { Int32($0) }
    let losses = Self.filled(rows) { losses in
      _ = Self.filled {
        CrossEntropy.forward(
          rows: 0..<rows, size: size, logits: Self.x, targets: targets, probabilities: $0,
          losses: losses)
      }
    }
    expect(losses, "8b79879a87d17cb7")
  }

  @Test func ofActivations() {
    let count = Self.ramp.count
    let dy = Self.normals(count, step: 8)
    expect(Self.filled(count) { Activation.gelu(count, Self.ramp, into: $0) }, "6ee1f8ec76684583")
    expect(Self.filled(count) { Activation.silu(count, Self.ramp, into: $0) }, "469af200bc936485")
    expect(
      Self.filled(count) { Activation.geluBackward(count, x: Self.ramp, dy: dy, into: $0) },
      "f985970b3de476f1")
    expect(
      Self.filled(count) { Activation.siluBackward(count, x: Self.ramp, dy: dy, into: $0) },
      "db0d1dedca04b298")
  }

  @Test(arguments: [
    ("exp", "00bbbd7b6416a538"), ("log", "24a3d7784c1a5b1b"), ("tanh", "3a9578db3cb24207"),
    ("erf", "244d035b52da24b8"), ("sin", "132870ce535d3f64"), ("cos", "325b0554aa1a0a91"),
  ])
  func ofElementaryFunctions(name: String, expected: String) throws {
    let function = try #require(ElementaryFunction.all.first { $0.name == name })
    // The logarithm's NaN below 0 has no bits of its own.
    let inputs = name == "log" ? Self.ramp.filter { $0 >= 0 } : Self.ramp
    expect(Fingerprint(function(inputs)).description, expected)
  }

  @Test func ofAStep() {
    let adam = Optimization.AdamW(
      rate: 1e-3, beta1: 0.9, beta2: 0.95, epsilon: 1e-8, clip: 0.7, step: 3)
    let count = Self.x.count
    var (weight, m, v) = (Self.x, Self.dy, Self.x.map { $0 * $0 })
    let update = Self.filled {
      Optimization.step(
        adam, decay: 0.1, count: count, gradient: Self.dy, weight: &weight, m: &m, v: &v, update: $0
      )
    }
    expect(
      Fingerprint(combining: [weight, m, v].map { Fingerprint($0) }).description, "504950ba6894fb7d"
    )
    expect(update, "3847b256795dc0c3")
    let norm = Optimization.squaredNorm(count, Self.x, pool: WorkerPool(threadCount: 1))
    expect(Fingerprint([norm]).description, "6a6890ea6ef6e9bd")
  }
}
