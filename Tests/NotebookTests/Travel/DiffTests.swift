import Foundation
import Kernels
import Models
import Testing
import Training

@testable import Notebook

/// Two runs are told apart at the first step, tensor and element in which they differ.
@Suite struct DiffTests {
  private func report(_ fixture: TravelFixture, _ other: String) throws -> DiffReport {
    let command = try #require(try Glassbox.parseAsRoot(["diff", "ferry", other]) as? Diff)
    return try #require(try command.report(in: fixture.session) as? DiffReport)
  }

  @Test func anotherRateFirstChangesAnUpdate() throws {
    let fixture = try TravelFixture()
    fixture.train("hot", steps: 12, "--lr 0.02")
    let report = try report(fixture, "hot")
    #expect(
      report.request == [
        RequestDifference(field: "schedule.floor", values: ["0.0009999999", "0.0019999999"]),
        RequestDifference(field: "schedule.peak", values: ["0.01", "0.02"]),
      ])
    let first = try #require(report.first)
    #expect(first.step == 1)
    #expect(first.recorded == "the weights after it")
    let tensor = try #require(first.tensor)
    #expect(tensor.name == "embed.weight.update")
    #expect(tensor.maxAbsolute == (tensor.values[0] - tensor.values[1]).magnitude)
    fixture.run("travel ferry --at 1")
    let index = tensor.index.map(String.init).joined(separator: ", ")
    let shown = try fixture.session.evaluate(expression: "\(tensor.name)[\(index)]")
    #expect(try shown.tensorValue().tensor.scalar == tensor.values[0])
  }

  @Test func anotherSeedBeginsWithOtherWeights() throws {
    let fixture = try TravelFixture()
    fixture.train("other", steps: 12, "--lr 0.01 --seed 9")
    let report = try report(fixture, "other")
    #expect(report.request.map(\.field) == ["seed", "starting weights"])
    #expect(report.first?.recorded == "the batch")
    #expect(report.first?.tensor?.name == "embed.weight")
  }

  @Test func otherShapesAreSaid() throws {
    let fixture = try TravelFixture()
    fixture.train("wide", steps: 2, "--width 16")
    let text = fixture.run("diff ferry wide")
    #expect(text.contains("embed.weight has other axes"))
    #expect(text.contains("\nthe model's width  "))
  }

  /// Learners never meet the names of `run.json`.
  @Test func everyFieldHasWords() throws {
    var request = try TravelFixture().recorded().request
    request.snapshotInterval = 5
    request.adapter = Adapter.Plan(rank: 2, alpha: 4, targets: ["attn.q"])
    request.base = "ferry"
    request.origin = Origin(
      run: "ferry", step: 3, weights: Fingerprint("weights"), edits: ["a = 0"])
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(request))
    let fields = Self.fields(of: json)
    #expect(fields.count > 30)
    // What a fork began with is told as the starting weights of both.
    let plain: Set = ["name", "objective", "seed", "steps", "origin.weights"]
    for field in fields {
      let words = RequestDifference(field: field, values: []).words
      #expect((words == field) == plain.contains(field), "\(field): \(words)")
    }
    #expect(RequestDifference.words.keys.allSatisfy { fields.contains($0) })
  }

  private static func fields(of json: Any) -> [String] {
    guard let object = json as? [String: Any] else { return [""] }
    return object.flatMap { key, value in
      fields(of: value).map { $0.isEmpty ? key : key + "." + $0 }
    }
  }

  @Test func theSameIsSaidToBeTheSame() throws {
    let fixture = try TravelFixture()
    fixture.train("again", steps: 12)
    let report = try report(fixture, "again")
    #expect(report.request == [])
    #expect(report.first == nil)
    #expect(report.text(on: Page()).contains("the same bits in all 12 steps that both have"))
  }
}
