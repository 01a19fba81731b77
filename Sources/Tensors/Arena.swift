import Synchronization

/// Memory that is lent again: what a tensor of the last step left behind serves one of the next, so
/// that after the first step nothing is allocated and no page is touched for the first time.
package final class Arena: Sendable {
  private struct Shelf {
    var blocks: [Int: [UnsafeMutableRawPointer]] = [:]
    var floats = 0
  }

  private let shelf = Mutex(Shelf())

  package init() {}

  /// How many floats it holds, lent and returned.
  package var floats: Int { shelf.withLock { $0.floats } }

  /// Room for `count` floats of undefined value; give it back with the same count.
  func take(_ count: Int) -> UnsafeMutablePointer<Float> {
    let address = shelf.withLock { shelf -> UInt? in
      if let block = shelf.blocks[count]?.popLast() { return UInt(bitPattern: block) }
      shelf.floats += count
      return nil
    }
    let memory = address.flatMap { UnsafeMutableRawPointer(bitPattern: $0) }
    return memory?.bindMemory(to: Float.self, capacity: max(count, 1)) ?? Memory.allocate(count)
  }

  func giveBack(_ pointer: UnsafeMutablePointer<Float>, _ count: Int) {
    let address = UInt(bitPattern: pointer)
    shelf.withLock { shelf in
      guard let block = UnsafeMutableRawPointer(bitPattern: address) else { return }
      shelf.blocks[count, default: []].append(block)
    }
  }

  deinit {
    shelf.withLock { shelf in
      for blocks in shelf.blocks.values { for block in blocks { block.deallocate() } }
    }
  }
}
