import Testing

@testable import Notebook

@Suite struct WrittenNumberTests {
  @Test(arguments: [
    ("about 100", 100), ("1,450", 1450), ("1 450.5", 1450.5), ("0.1%", 0.1), ("7 percent", 7),
    ("~ 12,345,678", 12_345_678), ("About 3 %", 3),
  ])
  func isReadAsPeopleWriteIt(text: String, number: Double) {
    #expect(WrittenNumber.value(of: text) == number)
  }

  @Test(arguments: ["", "%", "about", "1,45", "1,4500", "three", "1.", "100 tokens", "-", "1 2"])
  func anythingElseIsNone(text: String) { #expect(WrittenNumber.value(of: text) == nil) }
}
