import Kernels
import Testing

/// Floats come out of their packing as they went in.
@Suite struct PackedFloatsTests {
  private func packed(_ floats: [Float], threads: Int = 1) -> [UInt8] {
    let pool = WorkerPool(threadCount: threads)
    return floats.withUnsafeBufferPointer { floats in
      guard let first = floats.baseAddress else { return [] }
      let packed = PackedFloats(floats.count, first, pool: pool)
      var bytes = [UInt8](repeating: 0xaa, count: packed.size)
      bytes.withUnsafeMutableBufferPointer { bytes in
        if let place = bytes.baseAddress { packed.write(to: place, pool: pool) }
      }
      return bytes
    }
  }

  private func bits(_ count: Int) -> [UInt32] {
    let stream = RandomStream(seed: 7, stream: 0)
    return (0..<count).map { stream.words(step: count, element: $0)[0] }
  }

  private func withExponents(_ exponents: ClosedRange<UInt32>) -> [Float] {
    (0..<64).map {
      Float(bitPattern: (exponents.lowerBound + UInt32($0 % exponents.count)) << 23 | 0x3f_ffff)
    }
  }

  /// What comes out, and how many bytes it took; nil if there were too few.
  private func unpacked(_ bytes: [UInt8], count: Int) -> (bits: [UInt32], read: Int)? {
    var floats = [Float](repeating: .nan, count: count)
    let read = floats.withUnsafeMutableBufferPointer { floats in
      floats.baseAddress.flatMap { place in
        bytes.withUnsafeBufferPointer { PackedFloats.read(count, from: $0, into: place) }
      }
    }
    return read.map { (floats.map(\.bitPattern), $0) }
  }

  private func requireSame(_ floats: [Float], size: Int? = nil) {
    let bytes = packed(floats)
    let result = unpacked(bytes + [1, 2, 3], count: floats.count)
    #expect(result?.bits == floats.map(\.bitPattern))
    #expect(result?.read == bytes.count)
    if let size { #expect(bytes.count == size) }
  }

  @Test func anyBitsComeBack() {
    for count in [1, 2, 63, 64, 65, 127, 128, 500] {
      let bits = bits(count)
      requireSame(bits.map { Float(bitPattern: $0) })
      requireSame(bits.map { Float(bitPattern: $0 & 0x87ff_ffff | 0x3800_0000) })
    }
    requireSame([
      .nan, -.nan, .signalingNaN, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude,
    ])
  }

  @Test func exponentsUpToFifteenApartTakeFourBits() {
    let usual = 1 + 3 * 64 + 32
    #expect(PackedFloats.usualSize(64) == usual && PackedFloats.usualSize(65) == 2 * usual)
    let near = (0..<64).map {
      Float(sign: $0 % 3 == 0 ? .minus : .plus, exponent: $0 % 16, significand: 1.7)
    }
    requireSame(near, size: usual)
    requireSame(near.map { $0 * 0x1p-127 }, size: usual)
    requireSame(near.map { $0 * 0x1p112 }, size: usual)
    requireSame(withExponents(240...255), size: usual)
    requireSame(withExponents(241...255), size: 1 + 4 * 64)
    requireSame(near.dropLast() + [0x1p16], size: 1 + 4 * 64)
    requireSame([Float](repeating: -.infinity, count: 64), size: 1 + 4 * 64)
  }

  @Test func zerosTakeAByteABlock() {
    requireSame([Float](repeating: 0, count: 640), size: 10)
    requireSame([Float](repeating: -0.0, count: 64), size: 1 + 3 * 64 + 32)
  }

  @Test func threadsChangeNoByte() {
    let floats = bits(100_000).enumerated().map { index, bits in
      switch index / 5000 % 3 {
      case 0: Float(0)
      case 1: Float(bitPattern: bits)
      default: Float(bitPattern: bits & 0x87ff_ffff | 0x3800_0000)
      }
    }
    let alone = packed(floats)
    #expect(packed(floats, threads: 2) == alone && packed(floats, threads: 3) == alone)
    #expect(unpacked(alone, count: floats.count)?.bits == floats.map(\.bitPattern))
  }

  @Test func bytesThatAreCutOffAreRefused() {
    let bytes = packed((0..<70).map { Float($0) - 20 })
    for count in bytes.indices { #expect(unpacked(Array(bytes[..<count]), count: 70) == nil) }
  }

  @Test func aMarkThatNobodyWritesIsRefused() {
    var bytes = packed((0..<64).map { Float($0) + 1 })
    for mark in UInt8(0)...255 {
      bytes[0] = mark
      let room = bytes + [UInt8](repeating: 0, count: 64)
      #expect((unpacked(room, count: 64) == nil) == (241...253).contains(mark))
    }
  }
}
