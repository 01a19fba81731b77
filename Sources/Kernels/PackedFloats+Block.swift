/// What becomes of one block.
extension PackedFloats {
  static let blockSize = 64
  private static let highestOffset: UInt32 = 15
  private static let highestLowest: UInt32 = 255 - highestOffset
  private static let zeros: UInt8 = 254
  private static let whole: UInt8 = 255

  /// Bytes of a block behind the mark.
  static func size(of mark: UInt8) -> Int {
    switch mark {
    case zeros: 0
    case whole: 4 * blockSize
    default: 3 * blockSize + blockSize / 2
    }
  }

  static func isMark(_ byte: UInt8) -> Bool {
    byte == zeros || byte == whole || byte <= highestLowest
  }

  /// Calls `body` with the bits of a block's 64 numbers.
  static func withBlock(
    _ block: Int, of count: Int, _ floats: UnsafePointer<Float>,
    _ body: (UnsafePointer<UInt32>) -> Void
  ) {
    let present = min(blockSize, count - block * blockSize)
    (floats + block * blockSize).withMemoryRebound(to: UInt32.self, capacity: present) { bits in
      if present == blockSize { return body(bits) }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: blockSize) { room in
        for index in 0..<blockSize { room[index] = bits[min(index, present - 1)] }
        room.baseAddress.map { body($0) }
      }
    }
  }

  private static func exponent(_ bits: UInt32) -> UInt32 { bits >> 23 & 0xff }

  static func mark(_ bits: UnsafePointer<UInt32>) -> UInt8 {
    var all: UInt32 = 0
    var (lowest, highest): (UInt32, UInt32) = (255, 0)
    for index in 0..<blockSize {
      all |= bits[index]
      lowest = min(lowest, exponent(bits[index]))
      highest = max(highest, exponent(bits[index]))
    }
    if all == 0 { return zeros }
    return highest - lowest <= highestOffset && lowest <= highestLowest
      ? UInt8(truncatingIfNeeded: lowest) : whole
  }

  static func pack(
    _ bits: UnsafePointer<UInt32>, _ mark: UInt8, into bytes: UnsafeMutablePointer<UInt8>
  ) {
    if mark == zeros { return }
    let planes = (bytes, bytes + blockSize, bytes + 2 * blockSize, bytes + 3 * blockSize)
    for index in 0..<blockSize { planes.0[index] = UInt8(truncatingIfNeeded: bits[index]) }
    for index in 0..<blockSize { planes.1[index] = UInt8(truncatingIfNeeded: bits[index] >> 8) }
    if mark == whole {
      for index in 0..<blockSize { planes.2[index] = UInt8(truncatingIfNeeded: bits[index] >> 16) }
      for index in 0..<blockSize { planes.3[index] = UInt8(truncatingIfNeeded: bits[index] >> 24) }
      return
    }
    for index in 0..<blockSize {
      let rest = bits[index] >> 16 & 0x7f | bits[index] >> 24 & 0x80
      planes.2[index] = UInt8(truncatingIfNeeded: rest)
    }
    let lowest = UInt32(mark)
    for index in 0..<blockSize / 2 {
      let first = exponent(bits[index]) &- lowest
      let second = exponent(bits[blockSize / 2 + index]) &- lowest
      planes.3[index] = UInt8(truncatingIfNeeded: first | second << 4)
    }
  }

  static func unpack(
    _ bytes: UnsafePointer<UInt8>, _ mark: UInt8, into bits: UnsafeMutablePointer<UInt32>
  ) {
    if mark == zeros { return bits.update(repeating: 0, count: blockSize) }
    let planes = (bytes, bytes + blockSize, bytes + 2 * blockSize, bytes + 3 * blockSize)
    for index in 0..<blockSize {
      bits[index] = UInt32(planes.0[index]) | UInt32(planes.1[index]) << 8
    }
    if mark == whole {
      for index in 0..<blockSize {
        bits[index] |= UInt32(planes.2[index]) << 16 | UInt32(planes.3[index]) << 24
      }
      return
    }
    for index in 0..<blockSize {
      let rest = UInt32(planes.2[index])
      bits[index] |= (rest & 0x7f) << 16 | (rest & 0x80) << 24
    }
    let lowest = UInt32(mark)
    for index in 0..<blockSize / 2 {
      let pair = UInt32(planes.3[index])
      bits[index] |= (lowest &+ pair & 15) << 23
      bits[blockSize / 2 + index] |= (lowest &+ pair >> 4) << 23
    }
  }
}
