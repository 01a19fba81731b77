import Foundation
import Testing

/// What a run is said to take, and what it takes.
@Suite struct PlanTests {
  private let place: Place

  init() throws {
    place = try Place()
    let sentence = "The ferry leaves at noon. The lamp is lit at dusk. Nell waits on the quay.\n"
    try place.write(String(repeating: sentence, count: 60), to: "town.txt")
  }

  private func call(_ words: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(words.split(separator: " ").map(String.init), at: place)
  }

  private func json(_ words: String) throws -> [String: Any] {
    let outcome = try call(words + " --json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  private var hasRuns: Bool {
    FileManager.default.fileExists(atPath: place.workspace.appendingPathComponent("runs").path)
  }

  private static let shapes = [
    // Small weights, large activations.
    "--layers 3 --width 64 --context 64 --batch 20 --vocab 300",
    // Large weights, small activations.
    "--family gpt2 --layers 2 --width 512 --heads 8 --context 32 --batch 2 --vocab 300",
  ]

  /// Within 15 % and a few MB: where pages and blocks of memory begin and end is the system's affair.
  @Test(arguments: shapes) func memoryIsPredicted(shape: String) throws {
    let run = "train --data town.txt --steps 2 --snapshot 1 \(shape)"
    let plan = try #require(try json(run + " --plan")["memory"] as? [String: Any])
    let predicted = try #require(plan["peak"] as? Double)
    let measured = try #require(try json(run)["peakMemory"] as? Double)
    #expect(abs(predicted - measured) < 0.15 * measured + 8e6, "\(plan), measured \(measured)")
  }

  @Test func aPlanTrainsNothing() throws {
    let facts = try json("train --data town.txt --steps 40 --layers 1 --width 16 --heads 2 --plan")
    #expect(facts["steps"] as? Int == 40)
    #expect(facts["parameters"] as? Int == facts["trained"] as? Int)
    for fact in ["flopsPerStep", "secondsPerStep", "secondsForRun", "available"] {
      #expect(try #require(facts[fact] as? Double) > 0)
    }
    let quickest = try #require(facts["quickest"] as? [String: Any])
    let parts = try #require(quickest["parts"] as? [[String: Any]])
    #expect(
      parts.compactMap { $0["flops"] as? Int }.reduce(0, +) == facts["flopsPerStep"] as? Int)
    #expect(!hasRuns)
  }

  @Test func whereTheTimeOfABenchStepGoes() throws {
    let facts = try json("bench --parts step-1m --seconds 0.1")
    #expect(facts["row"] as? String == "step-1m")
    #expect(try #require(facts["steps"] as? Int) >= 3)
    let quickest = try #require(facts["quickest"] as? [String: Any])
    let parts = try #require(quickest["parts"] as? [[String: Any]])
    #expect(parts.count { $0["name"] as? String == "attention" } == 1)
    let refused = try call("bench --parts product")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--parts product trains nothing; use one of step-1m, step-11m"))
    let both = try call("bench --parts step-1m --peak step-1m")
    #expect(both.status == 2 && both.errors.contains("--peak and --parts are two questions"))
  }

  @Test(arguments: ["--plan", ""]) func whatDoesNotFitIsRefused(plan: String) throws {
    let outcome = try call("train --data town.txt --width 262144 --layers 40 \(plan)")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: this run would take "), "\(outcome.errors)")
    #expect(outcome.errors.contains("a smaller --width or fewer --layers need less"))
    #expect(!hasRuns)
  }
}
