import Kernels
import Testing

/// Row reductions add by lanes: the same bits wherever a row ends, alone or beside others.
@Suite struct RowTests {
  private let values: [Float] = {
    let random = RandomStream(seed: 4, stream: 1)
    return (0..<100).map { random.normal(step: 0, element: $0) }
  }()

  @Test(arguments: [1, 7, 8, 9, 16, 31, 100]) func sumsAreTheReferences(size: Int) {
    let found = values.withUnsafeBufferPointer { LaneSum.values(size, $0.baseAddress!) }
    let expected = Reference.laneSum(size) { values[$0] }
    #expect(found.bitPattern == expected.bitPattern)
  }

  /// What the cache relies on: keys that are masked out do not exist.
  @Test(arguments: [1, 5, 8, 13, 24]) func maskedEntriesChangeNoBit(visible: Int) {
    var padded = Array(values.prefix(32))
    for index in visible..<32 { padded[index] = -.infinity }
    func softmax(_ row: [Float]) -> [UInt32] {
      var out = [Float](repeating: 0, count: row.count)
      row.withUnsafeBufferPointer { x in
        out.withUnsafeMutableBufferPointer {
          Softmax.forward(rows: 0..<1, size: row.count, x.baseAddress!, into: $0.baseAddress!)
        }
      }
      return out.map(\.bitPattern)
    }
    let whole = softmax(padded)
    #expect(Array(whole.prefix(visible)) == softmax(Array(padded.prefix(visible))))
    #expect(whole.dropFirst(visible).allSatisfy { $0 == 0 })
  }

  @Test func normalNumbersHaveMeanZeroAndVarianceOne() {
    let random = RandomStream(seed: 12, stream: 3)
    let many = (0..<50_000).map { Double(random.normal(step: 2, element: $0)) }
    let mean = many.reduce(0, +) / Double(many.count)
    let variance = many.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(many.count)
    #expect(mean.magnitude < 0.02)
    #expect((variance - 1).magnitude < 0.03)
  }

  @Test func fingerprintsSeeEveryWord() {
    let original = Fingerprint(values)
    for index in values.indices {
      var changed = values
      changed[index] = changed[index].nextUp
      #expect(Fingerprint(changed) != original)
    }
    #expect(Fingerprint(hex: original.description) == original)
    #expect(Fingerprint(hex: "xyz") == nil)
  }

  @Test func aFingerprintIsTheSameInPieces() {
    let bytes = (0..<1003).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    for size in stride(from: 4, through: 1003, by: 4) {
      var stream = FingerprintStream()
      for first in stride(from: 0, to: bytes.count, by: size) {
        bytes[first..<min(first + size, bytes.count)].withUnsafeBytes { stream.take($0) }
      }
      #expect(stream.fingerprint == Fingerprint(bytes), "pieces of \(size)")
    }
    #expect(FingerprintStream().fingerprint == Fingerprint([UInt8]()))
  }
}
