import Foundation
import Testing
import Training

@testable import Notebook

@Suite struct RunTableTests {
  /// As `steps.jsonl` holds them.
  private static let steps = """
    [{"step": 1, "loss": 6.5, "rate": 0.001, "gradient_norm": 2.25, "seconds": 0.5, "tensors": "",
      "batch": "0000000000000001", "weights": "0000000000000002"},
     {"step": 2, "loss": 1e-07, "rate": 0.004, "gradient_norm": 0.1, "held_out_loss": 5.75,
      "seconds": 2, "tensors": "", "batch": "0000000000000003", "weights": "0000000000000004"}]
    """

  @Test func aLineForEachStep() throws {
    let steps = try JSONDecoder().decode([StepRecord].self, from: Data(Self.steps.utf8))
    #expect(
      RunTable.csv(of: steps) == """
        step,loss,held_out_loss,rate,gradient_norm,batch,weights,seconds
        1,6.5,,0.001,2.25,0000000000000001,0000000000000002,0.5
        2,1e-07,5.75,0.004,0.1,0000000000000003,0000000000000004,2.0

        """)
  }
}
