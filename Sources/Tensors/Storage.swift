/// Floats in memory, aligned to a cache line. Owned by the tensors that share it; with the last of
/// them it goes back to where it came from.
package final class Storage: @unchecked Sendable {
  package let count: Int
  package let pointer: UnsafeMutablePointer<Float>
  /// Where it goes back to; nil means the system.
  package let arena: Arena?

  /// `count` floats of undefined value, from `arena` or else from the system.
  package init(uninitialized count: Int, from arena: Arena? = nil) {
    self.count = count
    self.arena = arena
    pointer = arena?.take(count) ?? Memory.allocate(count)
  }

  package convenience init(zeros count: Int) {
    self.init(uninitialized: count)
    pointer.update(repeating: 0, count: count)
  }

  deinit {
    if let arena {
      arena.giveBack(pointer, count)
    } else {
      UnsafeMutableRawPointer(pointer).deallocate()
    }
  }
}
