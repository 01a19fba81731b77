import ArgumentParser
import Inference

/// How tokens are chosen.
package struct SamplingOptions: ParsableArguments {
  @Option(help: "The most tokens to make.")
  var tokens = 60
  @Option(help: "0 takes the most probable token; 1 samples as predicted; more is wilder.")
  var temperature: Float = 0.8
  @Option(help: "Choose among the k most probable tokens only.")
  var topK: Int?
  @Option(help: "Choose among the most probable tokens that together reach this probability.")
  var topP: Float?
  @Option(help: "Stop before this text; may be given several times.")
  var stop: [String] = []
  @Option(help: "The seed of the choices; the session's if not given.")
  var seed: UInt64?
  @Flag(inversion: .prefixedNo, help: "Keep keys and values of tokens already read.")
  var cache = true

  package init() {}

  package func validate() throws {
    guard (1...100_000).contains(tokens) else {
      throw ValidationError("--tokens \(tokens): say a number from 1 to 100000")
    }
    do { try sampling(seed: 0).validate() } catch { throw ValidationError("\(error)") }
    guard stop.allSatisfy({ !$0.isEmpty }) else { throw ValidationError("--stop: an empty text") }
  }

  func sampling(seed session: UInt64) -> Sampling {
    Sampling(temperature: temperature, topK: topK, topP: topP, seed: seed ?? session)
  }
}
