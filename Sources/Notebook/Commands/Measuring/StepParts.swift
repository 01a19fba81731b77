import Tensors

/// Where the time of a training step goes.
struct StepParts: Encodable {
  struct Part: Encodable {
    let name: String
    let calls: Int
    let forward: Varying
    let backward: Varying
    /// Floating-point operations of its products, both ways.
    let flops: Int
    var seconds: Double { forward.value + backward.value }
  }

  /// Of the whole step.
  let seconds: Varying
  /// In the order of the computation.
  let parts: [Part]

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("part of a step"), .init("calls", .right), .init("forward", .right),
      .init("backward", .right), .init("both", .right), .init("share", .right),
      .init("GFLOP/s", .right),
    ])
    for part in parts {
      table.add([
        part.name, NumberFormat.grouped(part.calls), part.forward.text(on: page),
        part.backward.value > 0 ? part.backward.text(on: page) : "",
        Varying.seconds(part.seconds).text(on: page), share(part.seconds, on: page),
        rate(part.flops, part.seconds, on: page),
      ])
    }
    let rest = seconds.value - parts.reduce(0) { $0 + $1.seconds }
    table.add([
      "between them", "", "", "", Varying.seconds(rest).text(on: page), share(rest, on: page),
    ])
    let flops = parts.reduce(0) { $0 + $1.flops }
    table.add([
      "the whole step", "", "", "", seconds.text(on: page), share(seconds.value, on: page),
      rate(flops, seconds.value, on: page),
    ])
    return table.text(width: page.width)
  }

  private func share(_ part: Double, on page: Page) -> String {
    Varying(part / seconds.value) { NumberFormat.percent($0) }.text(on: page)
  }

  private func rate(_ flops: Int, _ time: Double, on page: Page) -> String {
    guard flops > 0 else { return "" }
    return Varying(Double(flops) / time / 1e9) { NumberFormat.fixed(Float($0), decimals: 0) }
      .text(on: page)
  }
}

extension StepParts {
  /// - Parameter step: takes a step
  init(of step: (Stopwatch) throws -> Void) rethrows {
    let stopwatch = Stopwatch()
    seconds = .seconds(try Notebook.seconds { try step(stopwatch) })
    parts = stopwatch.parts.map {
      Part(
        name: $0.name, calls: $0.calls, forward: .seconds($0.forward),
        backward: .seconds($0.backward), flops: $0.flops)
    }
  }
}
