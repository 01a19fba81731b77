/// Floats in fewer bytes, to the bit: of numbers that lie side by side the exponents are mostly close to
/// each other, so that four bits tell each.
///
/// Blocks of 64, the last filled up with its last number. A byte for each block comes first: the lowest
/// exponent (240 at most), or `zeros`, or `whole`. Then the blocks: the three lower bytes of the numbers
/// with the sign in place of the exponent's last bit, byte by byte (64 + 64 + 64), and how far each
/// exponent lies above the lowest (32, two in a byte); nothing for zeros; the four bytes of the numbers,
/// byte by byte, for whole ones, whose exponents lie 16 or more apart.
package struct PackedFloats {
  /// Blocks to a task.
  private static let grain = 512

  private let count: Int
  private let floats: UnsafePointer<Float>
  private let marks: [UInt8]
  /// Where the blocks of each task lie.
  private let starts: [Int]
  /// What they take packed, in bytes.
  package let size: Int

  private static func blocks(in count: Int) -> Int { (count + blockSize - 1) / blockSize }

  /// What `count` floats take whose blocks are neither zeros nor whole, in bytes.
  package static func usualSize(_ count: Int) -> Int { blocks(in: count) * (1 + size(of: 0)) }

  /// Floats that are looked through, to be packed next.
  /// - Parameter floats: to stay as they are until they are written
  package init(_ count: Int, _ floats: UnsafePointer<Float>, pool: WorkerPool) {
    (self.count, self.floats) = (count, floats)
    let blocks = Self.blocks(in: count)
    marks = [UInt8](unsafeUninitializedCapacity: blocks) { marks, made in
      made = blocks
      guard let first = marks.baseAddress else { return }
      pool.forRanges(blocks, grain: Self.grain) { range in
        for block in range {
          Self.withBlock(block, of: count, floats) { first[block] = Self.mark($0) }
        }
      }
    }
    var (starts, end) = ([Int](), blocks)
    for block in 0..<blocks {
      if block % Self.grain == 0 { starts.append(end) }
      end += Self.size(of: marks[block])
    }
    (self.starts, size) = (starts, end)
  }

  /// Writes the packed bytes, `size` of them.
  package func write(to bytes: UnsafeMutablePointer<UInt8>, pool: WorkerPool) {
    bytes.update(from: marks, count: marks.count)
    pool.forRanges(marks.count, grain: Self.grain) { range in
      var place = bytes + starts[range.lowerBound / Self.grain]
      for block in range {
        Self.withBlock(block, of: count, floats) { Self.pack($0, marks[block], into: place) }
        place += Self.size(of: marks[block])
      }
    }
  }

  /// Reads `count` floats from the beginning of `bytes`.
  /// - Returns: how many bytes they took; nil, with nothing written, if there are too few or a mark is none
  package static func read(
    _ count: Int, from bytes: UnsafeBufferPointer<UInt8>, into floats: UnsafeMutablePointer<Float>
  ) -> Int? {
    let blocks = blocks(in: count)
    guard let first = bytes.baseAddress, bytes.count >= blocks else { return blocks == 0 ? 0 : nil }
    let marks = bytes[..<blocks]
    let size = marks.reduce(blocks) { $0 + Self.size(of: $1) }
    guard bytes.count >= size, marks.allSatisfy(isMark) else { return nil }
    var place = first + blocks
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: blockSize) { room in
      guard let bits = room.baseAddress else { return }
      for (block, mark) in marks.enumerated() {
        unpack(place, mark, into: bits)
        place += Self.size(of: mark)
        let start = block * blockSize
        UnsafeMutableRawPointer(floats + start).copyMemory(
          from: bits, byteCount: min(blockSize, count - start) * MemoryLayout<Float>.stride)
      }
    }
    return size
  }
}
