import Testing
import Text

@Suite struct FertilityTests {
  @Test func countsOnASmallText() throws {
    var trainer = try TokenizerTrainer(texts: ["hug hug hug pug pug bun"], vocabularySize: 262)
    let fertility = Fertility(
      of: trainer.finish(), on: WordCounts(texts: ["hug  don't\nhug"]))
    // hug | · | ·|d|o|n | '|t | ⏎ | hug
    #expect(fertility.tokens == 10 && fertility.bytes == 14 && fertility.words == 3)
    #expect(fertility.usedTokens == 8 && fertility.ordinaryTokens == 258)
    #expect(fertility.tokensPerWord == 10.0 / 3)
    #expect(fertility.bytesPerToken == 1.4)
    #expect(fertility.unusedShare == 250.0 / 258)
  }

  @Test func agreesWithEncoding() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let text = try TokenizerFixtures.text("corpus.txt")
    let fertility = Fertility(of: tokenizer, on: WordCounts(texts: [text]))
    let ids = tokenizer.encode(text)
    #expect(fertility.tokens == ids.count && fertility.usedTokens == Set(ids).count)
    #expect(fertility.words == text.split(whereSeparator: \.isWhitespace).count)
    #expect(fertility.bytes == text.utf8.count)
  }

  @Test func truncatingIsTrainingLess() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let texts = [try TokenizerFixtures.text("corpus.txt")]
    for size in [260, 261, 300, 512] {
      var trainer = try TokenizerTrainer(texts: texts, vocabularySize: size)
      #expect(try tokenizer.truncated(to: size) == trainer.finish())
    }
    #expect(try tokenizer.truncated(to: 700) == tokenizer)
    #expect(try tokenizer.truncated(to: 9_000) == tokenizer)
    #expect(throws: TokenizerError.vocabularyTooSmall(requested: 259, smallest: 260)) {
      try tokenizer.truncated(to: 259)
    }
  }

  @Test func truncatingKeepsSpecialTokensThatComeLast() throws {
    let tokenizer = try TokenizerFile.load(from: TokenizerFixtures.path("gpt2-style.json"))
    let small = try tokenizer.truncated(to: 300)
    #expect(small.vocabularySize == 300 && small.specialID("<|endoftext|>") == 299)
    #expect(small.encode("the<|endoftext|>", allowSpecial: true).last == 299)
    #expect(try small.decodeText(small.encode("the ferry")) == "the ferry")
  }

  @Test func largerVocabulariesNeedFewerTokens() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let counts = WordCounts(texts: [try TokenizerFixtures.text("corpus.txt")])
    let curve = try Fertility.bySize([260, 400, 700], of: tokenizer, on: counts)
    #expect(curve.map(\.vocabularySize) == [260, 400, 700])
    #expect(curve[0].bytesPerToken == 1)
    #expect(curve.map(\.tokens) == curve.map(\.tokens).sorted(by: >))
  }

  @Test func nothingToMeasure() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let fertility = Fertility(of: tokenizer, on: WordCounts())
    #expect(fertility.tokensPerWord == 0 && fertility.bytesPerToken == 0)
    #expect(fertility.unusedShare == 1)
  }
}
