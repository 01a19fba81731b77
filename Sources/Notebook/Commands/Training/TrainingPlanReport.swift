import Training

/// What a run will take.
struct TrainingPlanReport: Report {
  let parameters: Int
  let trained: Int
  let steps: Int
  let memory: MemoryPlan
  /// Bytes that there are.
  let available: Varying
  let sequences: Int
  let window: Int
  /// Floating-point operations of a step's products, a multiply-add counting two.
  let flopsPerStep: Int
  let secondsPerStep: Varying
  /// The quickest of the steps that were measured: least of it is the work of other programs.
  let quickest: StepParts
  /// With the measures of held-out loss.
  let secondsForRun: Varying

  func text(on page: Page) -> String {
    var table = TextTable([.init("memory"), .init("", .right), .init("")])
    for (name, bytes, remark) in rows where bytes > 0 {
      table.add([name, Varying.size(bytes), remark])
    }
    let held = Varying(memory.held, format: Varying.size)
    let peak = Varying(memory.peak, format: Varying.size)
    table.add(["held already", held.text(on: page), "the program, its texts and models"])
    table.add(["at most", peak.text(on: page), "of \(available.text(on: page))"])
    return """
      \(NumberFormat.grouped(trained)) weights to train of \(NumberFormat.grouped(parameters))

      \(table.text(width: page.width))

      work  \(operations(Double(flopsPerStep))) a step
      time  \(secondsPerStep.text(on: page)) a step, \(secondsForRun.text(on: page)) for \
      \(NumberFormat.counted(steps, "step")) and the measures of held-out loss
      measured on a few steps; nothing was trained

      where the time of the quickest of them went
      \(quickest.text(on: page))
      """
  }

  private var rows: [(name: String, bytes: Double, remark: String)] {
    let atOnce =
      memory.sequencesAtOnce < sequences ? ", \(memory.sequencesAtOnce) at a time" : ""
    return [
      ("weights", memory.weights, "four bytes each"),
      ("moments", memory.moments, "two for each weight"),
      ("gradients", memory.gradients, "one for each weight"),
      ("activations", memory.activations, "of \(sequences) × \(window) tokens\(atOnce)"),
      ("lookups", memory.lookups, "the gradients of a step's token vectors"),
      ("packing", memory.packing, "strips of matrices"),
      ("snapshot", memory.snapshot, "weights and moments, while they are written"),
    ]
  }

  private func operations(_ count: Double) -> String {
    let units = [(1e15, "PFLOP"), (1e12, "TFLOP"), (1e9, "GFLOP"), (1e6, "MFLOP")]
    let (size, name) = units.first { count >= $0.0 } ?? (1, "FLOP")
    return "\(NumberFormat.fixed(Float(count / size), decimals: 1)) \(name)"
  }
}
