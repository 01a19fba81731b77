import Testing

@testable import Notebook

@Suite struct StepPartsTests {
  private let parts = StepParts(
    seconds: .seconds(0.1),
    parts: [
      .init(
        name: "linear", calls: 16, forward: .seconds(0.02), backward: .seconds(0.04),
        flops: 6_000_000_000),
      .init(name: "AdamW", calls: 1, forward: .seconds(0.01), backward: .seconds(0), flops: 0),
    ])

  @Test func aRowForEachPart() {
    #expect(
      parts.text(on: Page(width: 80)) == """
        part of a step  calls  forward  backward      both   share  GFLOP/s
        linear             16  20.0 ms   40.0 ms   60.0 ms   60.0%      100
        AdamW               1  10.0 ms             10.0 ms   10.0%
        between them                               30.0 ms   30.0%
        the whole step                            100.0 ms  100.0%       60
        """)
  }

  @Test func aTranscriptHoldsNoMeasuredFigure() {
    let text = parts.text(on: .transcript)
    #expect(text.contains("linear             16"))
    for figure in ["ms", "%", "100", "60"] { #expect(!text.contains(figure)) }
  }
}
