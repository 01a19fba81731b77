import Foundation
import Models
import Testing

/// Forward and gradients of both families against PyTorch in float64, beside PyTorch's own float32.
///
/// `GLASSBOX_TABLES=1 swift test -c release --filter AccuracyTests` prints every tensor's errors.
@Suite struct AccuracyTests {
  private static let families = [
    ("gpt2", Configuration.gpt2(vocabulary: 256, context: 32, layers: 2, heads: 4, width: 128)),
    (
      "llama",
      Configuration.llama(
        vocabulary: 256, context: 32, layers: 2, heads: 4, keyValueHeads: 2, width: 128)
    ),
  ]

  /// What one tensor's ratio says is uncertain by this much: two attention implementations of
  /// PyTorch's own differ by up to 11 % on these tensors.
  private static let noise = 1.25
  /// Sums of more than 384 terms, of which GPT-2 has one, PyTorch adds in blocks of about 256 (as
  /// Intel's MKL does); ours are one chain each, and their rounding errors grow longer.
  private static let chains = 1.08

  @Test(arguments: families) func noFurtherFromTheTruthThanPyTorch(
    _ name: String, _ configuration: Configuration
  ) throws {
    let table = try AccuracyTable(configuration, "accuracy-\(name).safetensors")
    if ProcessInfo.processInfo.environment["GLASSBOX_TABLES"] != nil {
      print("\(name): tensor, our relative error, PyTorch's, ratio\n\(table)")
    }
    #expect(table.rows.count == (name == "gpt2" ? 67 : 59))
    for row in table.rows {
      #expect(row.ours <= max(row.theirs * Self.noise, AccuracyTable.rounding), "\(row)")
    }
    #expect(table.meanRatio <= Self.chains)
  }
}
