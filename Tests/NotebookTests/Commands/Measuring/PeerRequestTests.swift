import Foundation
import Testing

@testable import Notebook

@Suite struct PeerRequestTests {
  @Test func aStepCarriesItsShapeBesideTheRest() throws {
    let request = PeerRequest(
      start: .step, shape: BenchRow.step1M.shape, compile: true, threads: 2, repeats: 10)
    let data = try JSONEncoder().encode(request)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["start"] as? String == "step")
    #expect(object["width"] as? Int == 128)
    #expect(object["vocabulary"] as? Int == 65)
    #expect(object["compile"] as? Bool == true)
    #expect(object["repeats"] as? Int == 10)
    #expect(object["text"] == nil)
  }
}
