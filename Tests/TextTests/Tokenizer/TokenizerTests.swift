import Kernels
import Testing

@testable import Text

@Suite struct TokenizerTests {
  @Test func idsAreThoseOfHuggingFace() throws {
    let trained = try TokenizerFixtures.trained()
    let gpt2 = try TokenizerFile.load(from: TokenizerFixtures.path("gpt2-style.json"))
    for example in try TokenizerFixtures.cases() {
      let name = Comment(rawValue: example.text.debugDescription)
      #expect(trained.encode(example.text) == example.trained.ids, name)
      #expect(
        trained.encode(example.text, allowSpecial: true) == example.trained.withSpecial, name)
      #expect(gpt2.encode(example.text) == example.gpt2Style.ids, name)
      #expect(gpt2.encode(example.text, allowSpecial: true) == example.gpt2Style.withSpecial, name)
      #expect(try trained.decodeText(example.trained.withSpecial) == example.text)
    }
  }

  @Test func anyBytesComeBack() throws {
    let tokenizer = try TokenizerFixtures.trained()
    var encoder = TokenEncoder(tokenizer)
    let random = RandomStream(seed: 11, stream: 0)
    for sequence in 0..<10_000 {
      let length = random.index(below: 40, step: sequence, element: 0)
      let bytes = (0..<length).map { place in
        UInt8(random.index(below: 256, step: sequence, element: place + 1))
      }
      let ids = encoder.encode(bytes: bytes, allowSpecial: sequence % 2 == 0)
      #expect(try tokenizer.decode(ids) == bytes)
    }
  }

  @Test func everySingleByteComesBack() throws {
    let tokenizer = try TokenizerFixtures.trained()
    for byte in UInt8.min...UInt8.max {
      #expect(try tokenizer.decode(tokenizer.encode(bytes: [byte])) == [byte])
    }
  }

  @Test func rememberingPiecesChangesNothing() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let text = try TokenizerFixtures.text("corpus.txt")
    var encoder = TokenEncoder(tokenizer)
    let first = encoder.encode(text)
    #expect(encoder.encode(text) == first)
    #expect(tokenizer.encode(text) == first)
    #expect(try tokenizer.decodeText(first) == text)
  }

  @Test func queueMergesAsSearchDoes() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let random = RandomStream(seed: 12, stream: 0)
    let letters = Array("the ferry waits".utf8)
    for sequence in 0..<500 {
      let length = random.index(below: 70, step: sequence, element: 0)
      let bytes = (0..<length).map { place in
        letters[random.index(below: letters.count, step: sequence, element: place + 1)]
      }
      #expect(
        tokenizer.mergedByQueue(bytes[...]) == tokenizer.mergedBySearch(bytes[...]))
    }
    #expect(tokenizer.mergedByQueue([]) == [])
  }

  @Test func aLongPieceIsNoTrouble() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let bytes = [UInt8](repeating: UInt8(ascii: "e"), count: 20_000)
    #expect(try tokenizer.decode(tokenizer.encode(bytes: bytes)) == bytes)
  }

  @Test func specialTokensOnlyOnRequest() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let user = try #require(tokenizer.specialID("<|user|>"))
    #expect(user == 1)
    #expect(tokenizer.specialID("<|nobody|>") == nil)
    #expect(tokenizer.encode("<|user|>", allowSpecial: true) == [user])
    let ordinary = tokenizer.encode("<|user|>")
    #expect(ordinary.count > 1 && !ordinary.contains(user))
    #expect(try tokenizer.decodeText(ordinary) == "<|user|>")
    #expect(try tokenizer.decodeText([user] + ordinary, skipSpecial: true) == "<|user|>")
  }

  @Test func theLongestSpecialTokenWins() throws {
    var trainer = try TokenizerTrainer(
      texts: ["ab"], vocabularySize: 258, specialTokens: ["<|a|>", "<|a|>2"])
    let tokenizer = trainer.finish()
    #expect(tokenizer.encode("<|a|><|a|>2", allowSpecial: true) == [0, 1])
  }

  @Test func idsOutOfRange() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let error = TokenizerError.idOutOfRange(id: 700, vocabularySize: 700)
    #expect(throws: error) { try tokenizer.decode([5, 700]) }
    #expect(throws: error) { try tokenizer.label(of: 700) }
    #expect(throws: TokenizerError.idOutOfRange(id: -1, vocabularySize: 700)) {
      try tokenizer.decodeText([-1])
    }
    #expect(
      error.description == "token id 700 does not exist: this tokenizer has the ids 0 to 699")
  }

  @Test func fingerprintTellsTokenizersApart() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let gpt2 = try TokenizerFile.load(from: TokenizerFixtures.path("gpt2-style.json"))
    #expect(tokenizer.fingerprint == (try TokenizerFixtures.trained()).fingerprint)
    #expect(tokenizer.fingerprint != gpt2.fingerprint)
    #expect(tokenizer.fingerprint != (try tokenizer.truncated(to: 699)).fingerprint)
  }
}
