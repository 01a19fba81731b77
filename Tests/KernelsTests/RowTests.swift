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

  @Test func fingerprintsAreAsDefined() {
    let bytes = (0..<1003).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    for count in bytes.indices {
      let found = Fingerprint(Array(bytes[..<count]))
      #expect(found.value == Self.fingerprint(bytes[..<count]), "\(count) bytes")
    }
  }

  /// Word by word and byte by byte.
  private static func fingerprint(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01b3
    var lanes = [UInt64](repeating: 0xcbf2_9ce4_8422_2325, count: 32)
    var hash = lanes[0]
    let words = bytes.count / 4
    for word in 0..<words {
      let number = (0..<4).reduce(0) { $0 | UInt64(bytes[word * 4 + $1]) << UInt64($1 * 8) }
      lanes[word % 32] = (lanes[word % 32] ^ number) &* prime
    }
    for byte in bytes[(words * 4)...] { hash = (hash ^ UInt64(byte)) &* prime }
    for lane in lanes { hash = (hash ^ lane) &* prime ^ (hash >> 29) }
    return (hash ^ UInt64(bytes.count)) &* prime
  }
}
