import Kernels

/// What this machine can do at best.
struct MachineSpeed: Encodable {
  /// Floating-point operations in fused multiply-adds, per second, all threads together.
  private(set) var flops: Double
  /// Bytes per second read from memory, all threads together.
  private(set) var bytes: Double

  init(flops: Double, bytes: Double) {
    self.flops = flops
    self.bytes = bytes
  }

  init(pool: WorkerPool) {
    flops = FMAPeak.flopsPerSecond(pool: pool)
    bytes = MemoryBandwidth.bytesPerSecond(pool: pool)
  }

  /// Takes the better of now and before: on a busy machine either may be too low.
  mutating func measureAgain(pool: WorkerPool) {
    let now = MachineSpeed(pool: pool)
    flops = max(flops, now.flops)
    bytes = max(bytes, now.bytes)
  }

  func text(on page: Page) -> String {
    let flops = Varying(flops / 1e9) { NumberFormat.fixed(Float($0), decimals: 0) }
    let bytes = Varying(bytes / 1e9) { NumberFormat.fixed(Float($0), decimals: 1) }
    return "this machine: \(flops.text(on: page)) GFLOP/s of fused multiply-adds,"
      + " \(bytes.text(on: page)) GB/s read from memory"
  }
}
