import Testing

@testable import Notebook

@Suite struct BenchReportTests {
  private func contest(_ title: String, _ work: Contest.Work) -> Contest {
    Contest(
      round: { Contest.Round(value: 1) }, other: .peer(PeerRequest(start: .product)), title: title,
      work: work)
  }

  private var report: BenchReport {
    var report = BenchReport(threads: 2)
    report.rows = [
      BenchReport.Row(
        .product, contest("matrix product", .flops(900)),
        Contest.Outcome(
          ours: [.init(value: 1.5), .init(value: 1)], peer: [.init(value: 2)], peerName: "Peer 1")),
      BenchReport.Row(
        .bpeEncoding, contest("encoding", .bytes(10_000_000)),
        Contest.Outcome(
          ours: [.init(value: 0.02, count: 7)], peer: [.init(value: 0.01, count: 8)],
          peerName: "Peer 2")),
      BenchReport.Row(
        .memory, contest("peak memory", .unmeasured),
        Contest.Outcome(
          ours: [.init(value: 3e8)], peer: [.init(value: 1.2e9)], peerName: "Peer 1")),
      BenchReport.Row(
        .start, contest("start", .unmeasured),
        Contest.Outcome(ours: [.init(value: 0.2)], complaint: "PyTorch is not installed")),
    ]
    report.growth = [
      Growth.Outcome(name: "depth", sizes: [2, 4, 8, 16], seconds: [0.01, 0.02, 0.04, 0.08])
    ]
    report.machine = MachineSpeed(flops: 1000, bytes: 2e9)
    return report
  }

  @Test func oneTable() {
    #expect(
      report.text(on: Page(width: 80)) == """
        work                ours     peer  ratio         goal       of peak
        matrix product     1.0 s    2.0 s  2.00×  1.4×, 85% ✓     90.0% FMA
        encoding         20.0 ms  10.0 ms  0.50×       1.5× ✗  25.0% memory
        peak memory       300 MB  1.20 GB  0.25×       0.6× ✓             –
        start           200.0 ms        –      –     0.15 s ✗             –

        step with  size     time  time ∝
        depth         2  10.0 ms
        depth         4  20.0 ms
        depth         8  40.0 ms
        depth        16  80.0 ms  depth^1.00

        2 threads; the best round of each side
        this machine: 0 GFLOP/s of fused multiply-adds, 2.0 GB/s read from memory
        product: Peer 1
        bpe-encode: Peer 2
        bpe-encode: 1.5× the peer's speed would take 75.0% of the peak
        bpe-encode: the sides made 7 and 8 tokens
        memory: Peer 1
        start: PyTorch is not installed
        """)
  }

  @Test func aTranscriptHoldsNoMeasuredFigure() {
    let text = report.text(on: .transcript)
    #expect(text.contains("matrix product"))
    for figure in ["1.0 s", "300 MB", "0.50×", "90.0%", "75.0%", "✓", "✗", "1.00", "2.0 GB"] {
      #expect(!text.contains(figure))
    }
  }
}
