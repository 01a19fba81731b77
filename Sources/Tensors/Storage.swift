/// Floats in memory, aligned to a cache line. Owned by the tensors that share it, freed with the
/// last of them.
package final class Storage: @unchecked Sendable {
  package let count: Int
  package let pointer: UnsafeMutablePointer<Float>
  private static let alignment = 64

  /// `count` floats of undefined value.
  package init(uninitialized count: Int) {
    self.count = count
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: Self.alignment)
    pointer = memory.bindMemory(to: Float.self, capacity: max(count, 1))
  }

  package convenience init(zeros count: Int) {
    self.init(uninitialized: count)
    pointer.update(repeating: 0, count: count)
  }

  package convenience init(copying other: UnsafePointer<Float>, count: Int) {
    self.init(uninitialized: count)
    pointer.update(from: other, count: count)
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }
}
