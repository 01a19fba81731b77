/// Distinct pieces of text, numbered in the order in which they were added.
///
/// A hash table with open addressing over one block of bytes: to look a piece up makes no copy of
/// it, and takes a few nanoseconds where a dictionary of slices takes a hundred.
struct PieceTable: Sendable {
  /// All pieces, one after the other.
  private var bytes: [UInt8] = []
  /// Where each piece begins, and at last where the next one will.
  private var starts = [0]
  /// A power of two, at least twice as many as pieces. The number of a piece plus one in the low
  /// half, the high half of its hash in the high one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 1024)

  var count: Int { starts.count - 1 }

  /// The piece of a number.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The number of `piece`, or nil if it was never added.
  func number(of piece: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(piece)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isPiece(number, equalTo: piece) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a piece that was never added; its number is `count` before.
  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: piece)
    starts.append(bytes.count)
    if 2 * count > slots.count {
      slots = [UInt64](repeating: 0, count: 2 * slots.count)
      for number in 0..<count { takeSlot(number) }
    } else {
      takeSlot(count - 1)
    }
  }

  private mutating func takeSlot(_ number: Int) {
    let hash = self[number].withUnsafeBufferPointer(Self.hash)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash >> 32) << 32 | UInt64(number + 1)
  }

  private func isPiece(_ number: Int, equalTo piece: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == piece.count else { return false }
    for place in 0..<piece.count where bytes[start + place] != piece[place] { return false }
    return true
  }

  private static func hash(_ piece: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = TextHash()
    for byte in piece { hash.combine(byte) }
    return hash.value
  }
}
