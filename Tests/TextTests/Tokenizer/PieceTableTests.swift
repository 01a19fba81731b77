import Testing

@testable import Text

@Suite struct PieceTableTests {
  @Test func aPieceKeepsItsNumberWhileTheTableGrows() {
    var table = PieceTable()
    let words = (0..<5000).map { "w\($0 * 7919)" }
    for (number, word) in words.enumerated() {
      Array(word.utf8).withUnsafeBufferPointer {
        #expect(table.number(of: $0) == nil)
        table.add($0)
      }
      #expect(table.count == number + 1)
    }
    for (number, word) in words.enumerated() {
      #expect(Array(word.utf8).withUnsafeBufferPointer { table.number(of: $0) } == number)
      #expect(table[number].elementsEqual(word.utf8))
    }
  }

  @Test func onlyEqualBytesAreEqual() {
    var table = PieceTable()
    func number(_ bytes: [UInt8]) -> Int? {
      bytes.withUnsafeBufferPointer { table.number(of: $0) }
    }
    [UInt8]().withUnsafeBufferPointer { table.add($0) }
    [97, 0].withUnsafeBufferPointer { table.add($0) }
    #expect(number([]) == 0)
    #expect(number([97, 0]) == 1)
    #expect(number([97]) == nil)
    #expect(number([97, 0, 0]) == nil)
    #expect(number([0, 97]) == nil)
  }
}
