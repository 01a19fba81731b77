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
    expect(Fingerprint(Self.normals(1000, step: 0)).description, "d115332dd429b79a")
    let indices = (0..<1000).map { Self.random.index(below: 12_345, step: 5, element: $0) }
    expect(Fingerprint(indices).description, "514907ee961f79ad")
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
    expect(product, "388d4cf2694a5b4d")
  }

  @Test func ofSoftmax() {
    let (rows, size) = (Self.rows, Self.size)
    var y = [Float](repeating: 0, count: rows * size)
    Softmax.forward(rows: 0..<rows, size: size, Self.x, into: &y)
    expect(Fingerprint(y).description, "b16479505acc0ce7")
    expect(
      Self.filled { Softmax.backward(rows: 0..<rows, size: size, y: y, dy: Self.dy, into: $0) },
      "3917ff694b334543"
    )
  }

  @Test(arguments: [
    (true, "082819a99c2fa9f8", "ead507d62fe290e8"), (false, "f5e79acf6bfde57b", "5f28a1ddf6b8bdd5"),
  ])
  func ofNorms(centers: Bool, forward: String, backward: String) {
    let (rows, size) = (Self.rows, Self.size)
    let found = Self.filled {
      Normalization.forward(
        rows: 0..<rows, size: size, epsilon: 1e-5, centers: centers, Self.x, weight: Self.weight,
        bias: centers ? Self.bias : nil, into: $0)
    }
    expect(found, forward)
    var unit = [Float](repeating: 0, count: rows * size)
    let gradient = Self.filled {
      Normalization.backward(
        rows: 0..<rows, size: size, epsilon: 1e-5, centers: centers, x: Self.x,
        weight: Self.weight, dy: Self.dy, unit: &unit, into: $0)
    }
    expect(gradient, backward)
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
    expect(losses, "6d30db7b31d79b76")
  }

  @Test func ofActivations() {
    let count = Self.ramp.count
    let dy = Self.normals(count, step: 8)
    expect(Self.filled(count) { Activation.gelu(count, Self.ramp, into: $0) }, "8397215e00e0b796")
    expect(Self.filled(count) { Activation.silu(count, Self.ramp, into: $0) }, "5416c679fba3e9ed")
    expect(
      Self.filled(count) { Activation.geluBackward(count, x: Self.ramp, dy: dy, into: $0) },
      "47279dc0765d0c97")
    expect(
      Self.filled(count) { Activation.siluBackward(count, x: Self.ramp, dy: dy, into: $0) },
      "393bd6a05f2d0dd2")
  }

  @Test(arguments: [
    ("exp", "6ea3eea361dff58d"), ("log", "b694a08b7cf1aee6"), ("tanh", "c9cd2b5854e2e651"),
    ("erf", "fb72f4f644f35c56"), ("sin", "2a10923a40271bd3"), ("cos", "dd18917843acdd32"),
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
      Fingerprint(combining: [weight, m, v].map { Fingerprint($0) }).description, "30657ef40302f243"
    )
    expect(update, "f01a183e82ea2a97")
    let norm = Optimization.squaredNorm(count, Self.x, pool: WorkerPool(threadCount: 1))
    expect(Fingerprint([norm]).description, "6395cea22d459631")
  }
}
