import Kernels
import Testing

@testable import Text

@Suite struct StreamingDecoderTests {
  @Test func holdsBackHalfACharacter() throws {
    let tokenizer = try Self.bytesOnly()
    var decoder = StreamingDecoder(tokenizer)
    let parts = try tokenizer.encode("a🚢é").map { try decoder.add($0) }
    #expect(parts == ["a", "", "", "", "🚢", "", "é"])
    #expect(decoder.finish() == "")
  }

  @Test func endsWithAReplacementCharacter() throws {
    let tokenizer = try Self.bytesOnly()
    var decoder = StreamingDecoder(tokenizer)
    for id in tokenizer.encode(bytes: [0xF0, 0x9F, 0x9A]) { #expect(try decoder.add(id) == "") }
    #expect(decoder.finish() == "\u{FFFD}")
    #expect(decoder.finish() == "")
  }

  @Test func partsJoinedAreTheWhole() throws {
    let tokenizer = try Self.bytesOnly()
    let random = RandomStream(seed: 13, stream: 0)
    let interesting: [UInt8] = [
      0x20, 0x61, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE2, 0xED,
      0xEF,
      0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for sequence in 0..<3_000 {
      let length = random.index(below: 12, step: sequence, element: 0)
      let bytes = (0..<length).map { place in
        interesting[random.index(below: interesting.count, step: sequence, element: place + 1)]
      }
      let ids = tokenizer.encode(bytes: bytes)
      var decoder = StreamingDecoder(tokenizer)
      var text = ""
      for id in ids { text += try decoder.add(id) }
      text += decoder.finish()
      #expect(Array(text.utf8) == Array(try tokenizer.decodeText(ids).utf8))
    }
  }

  @Test func anUnknownIdLeavesItUsable() throws {
    let tokenizer = try Self.bytesOnly()
    var decoder = StreamingDecoder(tokenizer)
    let ids = tokenizer.encode("é")
    #expect(try decoder.add(ids[0]) == "")
    #expect(throws: TokenizerError.self) { try decoder.add(9999) }
    #expect(try decoder.add(ids[1]) == "é")
  }

  private static func bytesOnly() throws -> Tokenizer {
    var trainer = try TokenizerTrainer(texts: ["a"], vocabularySize: 260)
    return trainer.finish()
  }
}
