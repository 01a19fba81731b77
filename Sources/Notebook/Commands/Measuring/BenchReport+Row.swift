extension BenchReport.Row {
  private var best: Double { ours.min() ?? 0 }

  /// Of what the machine can do; nil where neither products nor reading limit the work.
  func share(of machine: MachineSpeed?) -> Double? {
    guard let machine, best > 0 else { return nil }
    if let flops { return Double(flops) / best / machine.flops }
    return bytes.map { Double($0) / best / machine.bytes }
  }

  /// The row's cells.
  func cells(_ machine: MachineSpeed?, on page: Page) -> [String] {
    let share = share(of: machine)
    let other = peer.min()
    return [
      title, amount(best).text(on: page), other.map { amount($0).text(on: page) } ?? "–",
      other.map { other in
        Varying(isMemory ? best / other : other / best) {
          NumberFormat.fixed(Float($0), decimals: 2) + "×"
        }.text(on: page)
      } ?? "–",
      goal(share, other, on: page),
      share.map { share in
        Varying(share) { NumberFormat.percent($0) + (flops == nil ? " memory" : " FMA") }
          .text(on: page)
      } ?? "–",
    ]
  }

  /// The share of the machine's peak that a missed speed would need; above 100 % nothing reaches it.
  func neededShare(of machine: MachineSpeed?) -> (factor: Double, share: Double)? {
    guard let factor = name.goal?.factor, let share = share(of: machine), let other = peer.min(),
      best * factor > other
    else { return nil }
    return (factor, share * best * factor / other)
  }

  private var isMemory: Bool { name == .memory }

  private func amount(_ value: Double) -> Varying {
    isMemory ? .bytes(value) : .seconds(value)
  }

  private func goal(_ share: Double?, _ other: Double?, on page: Page) -> String {
    guard let goal = name.goal else { return "" }
    guard let isReached = goal.isReached(ours: best, peer: other, share: share) else {
      return goal.text
    }
    return goal.text + (page.isTranscript ? "" : isReached ? " ✓" : " ✗")
  }
}

extension Varying {
  /// Memory as `312 MB` or `1.20 GB`.
  static func bytes(_ value: Double) -> Varying { Varying(value, format: size) }

  /// The same for memory that does not vary.
  static func size(_ bytes: Double) -> String {
    if bytes < 1e7 { return "\(NumberFormat.fixed(Float(bytes / 1e6), decimals: 1)) MB" }
    return bytes < 1e9
      ? "\(NumberFormat.fixed(Float(bytes / 1e6), decimals: 0)) MB"
      : "\(NumberFormat.fixed(Float(bytes / 1e9), decimals: 2)) GB"
  }
}
