#if canImport(Glibc)
  import Glibc
#endif

/// Room for numbers, aligned to a cache line; undefined until it is written.
enum Memory {
  private static let cacheLine = 64
  /// Where the system has such pages, a weight block takes a few in place of thousands: the processor
  /// then knows where each lies, and none has to be asked for on the way. A block's last page is one if
  /// more than half of it is used.
  private static let largePage = 2 << 20

  /// Room for `count` floats, to be given back with `deallocate`.
  static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    var size = max(count, 1) * MemoryLayout<Float>.stride
    let isLarge = size >= largePage
    if isLarge, size % largePage > largePage / 2 { size += largePage - size % largePage }
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: isLarge ? largePage : cacheLine)
    #if canImport(Glibc)
      // Refused where there are none; that changes nothing else.
      if isLarge { madvise(memory, size, Int32(MADV_HUGEPAGE)) }
    #endif
    return memory.bindMemory(to: Float.self, capacity: max(count, 1))
  }
}
