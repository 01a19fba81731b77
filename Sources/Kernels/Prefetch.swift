/// Asks the caches for the line at an address; any address will do.
enum Prefetch {
  /// The line will soon be written.
  @inline(__always)
  static func writing(_ address: UnsafePointer<Float>) { prefetch(address, 1, 3, 1) }

  /// The line will soon be read.
  @inline(__always)
  static func reading(_ address: UnsafePointer<Float>) { prefetch(address, 0, 3, 1) }
}

/// The compiler's own, which becomes one instruction; no module declares it. A locality of 3 means
/// every cache.
@_silgen_name("llvm.prefetch.p0")
private func prefetch(
  _ address: UnsafeRawPointer, _ isWrite: Int32, _ locality: Int32, _ isData: Int32)
