import Testing
import Text

@Suite struct ByteAlphabetTests {
  @Test func everyByteHasAStandInOfItsOwn() {
    let all = ByteAlphabet.bytes
    #expect(all.count == 256 && Set(all).count == 256)
    #expect(ByteAlphabet.bytes(of: ByteAlphabet.text(of: all)) == all)
    #expect(ByteAlphabet.scalars[0] == "\u{100}")
    #expect(
      all.map { ByteAlphabet.scalars[Int($0)].value }.sorted()
        == all.map {
          ByteAlphabet.scalars[Int($0)].value
        })
  }

  @Test func knownStandIns() {
    #expect(ByteAlphabet.text(of: Array(" a\né".utf8)) == "ĠaĊÃ©")
    #expect(ByteAlphabet.bytes(of: "a b") == nil)
    #expect(ByteAlphabet.bytes(of: "小") == nil)
  }
}
