import Inference
import Kernels
import Models
import Support
import Tensors
import Testing

/// Activations replaced in a pass.
@Suite struct InterventionTests {
  private let pool = WorkerPool(threadCount: 2)

  private static func drawn(_ configuration: Configuration) -> DrawnModel {
    DrawnModel(configuration, seed: 6, batch: 2, time: 7)
  }

  @Test(arguments: LogitLensTests.configurations)
  func replacedByItsOwnValueNothingChanges(_ configuration: Configuration) throws {
    let drawn = Self.drawn(configuration)
    let plain = try drawn.model.trace(drawn.tokens, pool: pool)
    for name in plain.names {
      let own = try #require(plain[name])
      let copy = Tensor(own.shape, own.values)
      let again = try drawn.model.trace(drawn.tokens, pool: pool) { given, _ in
        given == name ? copy : nil
      }
      #expect(again.names == plain.names)
      let changed = plain.names.filter { again[$0]?.fingerprint != plain[$0]?.fingerprint }
      #expect(changed == [], "\(name)")
    }
  }

  @Test(arguments: LogitLensTests.configurations)
  func whatStandsBeforeStaysAndWhatStandsBehindFollows(_ configuration: Configuration) throws {
    let drawn = Self.drawn(configuration)
    let plain = try drawn.model.trace(drawn.tokens, pool: pool)
    for (place, name) in plain.names.enumerated() {
      let own = try #require(plain[name])
      let other = Tensor(own.shape, own.values.map { $0 * 0.5 + 0.125 })
      let again = try drawn.model.trace(drawn.tokens, pool: pool) { given, _ in
        given == name ? other : nil
      }
      #expect(again[name]?.fingerprint == other.fingerprint)
      let early = plain.names.prefix(place).filter {
        again[$0]?.fingerprint != plain[$0]?.fingerprint
      }
      #expect(early == [], "\(name)")
      let isLast = name == "probs"
      #expect((again["probs"]?.fingerprint == plain["probs"]?.fingerprint) == false, "\(name)")
      #expect((again["logits"]?.fingerprint == plain["logits"]?.fingerprint) == isLast, "\(name)")
    }
  }

  /// With the stream of another text behind the last block, the prediction is that text's.
  @Test func theLastStreamOfAnotherTextBringsItsPrediction() throws {
    let drawn = Self.drawn(LogitLensTests.configurations[0])
    let (first, second) = (drawn.tokens.rows(0..<1), drawn.tokens.rows(1..<2))
    let other = try drawn.model.trace(second, pool: pool)
    let patched = try drawn.model.trace(first, pool: pool) {
      name, _ in name == "blocks.2.resid_post" ? other["blocks.2.resid_post"] : nil
    }
    #expect(patched["logits"]?.fingerprint == other["logits"]?.fingerprint)
  }
}
