/// A row for each contest: ours, the peer's, and what lies between them; and how time grows.
struct BenchReport: Report {
  struct Row: Encodable {
    let name: BenchRow
    let title: String
    /// Seconds, or bytes of memory, of every round.
    let ours: [Double]
    let peer: [Double]
    let peerName: String?
    /// Why there is no figure of the peer's, or not the same result.
    let complaint: String?
    /// Floating-point operations of a round, or bytes that it reads.
    let flops: Int?
    let bytes: Int?

    init(_ row: BenchRow, _ contest: Contest, _ outcome: Contest.Outcome) {
      name = row
      title = contest.title
      ours = outcome.ours.map(\.value)
      peer = outcome.peer.map(\.value)
      peerName = outcome.peerName
      complaint = outcome.complaint ?? outcome.disagreement
      switch contest.work {
      case .flops(let count): (flops, bytes) = (count, nil)
      case .bytes(let count): (flops, bytes) = (nil, count)
      case .unmeasured: (flops, bytes) = (nil, nil)
      }
    }
  }

  let threads: Int
  var rows: [Row] = []
  var growth: [Growth.Outcome] = []
  var machine: MachineSpeed?

  func text(on page: Page) -> String {
    [contests(on: page), growths(on: page), notes(on: page)].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private func contests(on page: Page) -> String {
    guard !rows.isEmpty else { return "" }
    var table = TextTable([
      .init("work"), .init("ours", .right), .init("peer", .right), .init("ratio", .right),
      .init("goal", .right), .init("of peak", .right),
    ])
    for row in rows { table.add(row.cells(machine, on: page)) }
    return table.text(width: page.width)
  }

  private func growths(on page: Page) -> String {
    guard !growth.isEmpty else { return "" }
    var table = TextTable([
      .init("step with"), .init("size", .right), .init("time", .right), .init("time ∝"),
    ])
    for outcome in growth {
      for (size, seconds) in zip(outcome.sizes, outcome.seconds) {
        let isLast = size == outcome.sizes.last
        table.add([
          outcome.name, NumberFormat.grouped(size), Varying.seconds(seconds).text(on: page),
          isLast
            ? Varying(outcome.exponent) {
              "\(outcome.name)^\(NumberFormat.fixed(Float($0), decimals: 2))"
            }.text(on: page) : "",
        ])
      }
    }
    return table.text(width: page.width)
  }

  private func notes(on page: Page) -> String {
    var lines = ["\(NumberFormat.counted(threads, "thread")); the best round of each side"]
    if let machine { lines.append(machine.text(on: page)) }
    for row in rows {
      if let name = row.peerName, !row.peer.isEmpty {
        lines.append("\(row.name.rawValue): \(name)")
      }
      if let (factor, share) = row.neededShare(of: machine), !page.isTranscript {
        lines.append(
          "\(row.name.rawValue): \(NumberFormat.exact(factor))× the peer's speed would take "
            + "\(NumberFormat.percent(share)) of the peak")
      }
      if let complaint = row.complaint { lines.append("\(row.name.rawValue): \(complaint)") }
    }
    return lines.joined(separator: "\n")
  }
}

extension Contest.Outcome {
  /// What is wrong if the sides did not make the same number of things.
  var disagreement: String? {
    guard let one = ours.first?.count, let other = peer.first?.count, one != other else {
      return nil
    }
    return "the sides made \(one) and \(other) tokens"
  }
}
