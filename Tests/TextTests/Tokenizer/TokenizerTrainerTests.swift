import Testing
import Text

@Suite struct TokenizerTrainerTests {
  @Test func mergesAreThoseOfHuggingFace() throws {
    var trainer = try TokenizerTrainer(
      texts: [TokenizerFixtures.text("corpus.txt")], vocabularySize: 700)
    let tokenizer = trainer.finish()
    #expect(tokenizer.merges == (try TokenizerFixtures.trained()).merges)
    #expect(tokenizer.vocabularySize == 700)
    #expect(TokenizerFile.text(of: tokenizer) == (try TokenizerFixtures.text("tokenizer.json")))
  }

  @Test func stepsEqualTheWhole() throws {
    let texts = [try TokenizerFixtures.text("corpus.txt")]
    var whole = try TokenizerTrainer(texts: texts, vocabularySize: 400)
    var stepped = try TokenizerTrainer(texts: texts, vocabularySize: 400, example: "the ferry")
    var counts: [Int] = []
    while let step = stepped.step() {
      #expect(step.index == counts.count && step.token.id == 260 + step.index)
      counts.append(step.count)
    }
    #expect(stepped.isFinished && stepped.step() == nil)
    #expect(stepped.tokenizer == whole.finish())
    #expect(counts.count == 140)
    #expect(counts == counts.sorted(by: >))
  }

  @Test func aStepShowsWhatItDid() throws {
    var trainer = try TokenizerTrainer(
      texts: ["hug hug hug pug pug bun"], vocabularySize: 270, example: "a hug")
    let stepped = trainer.step()
    let first = try #require(stepped)
    #expect(first.left.label == "u" && first.right.label == "g")
    #expect(first.count == 5 && first.token == LabelledToken(id: 260, label: "ug"))
    #expect(first.before.map(\.label) == ["a", "·", "h", "u", "g"])
    #expect(first.after.map(\.label) == ["a", "·", "h", "ug"])
    let steppedAgain = trainer.step()
    let second = try #require(steppedAgain)
    #expect(second.token.label == "hug" && second.count == 3)
    #expect(second.before == first.after)
    #expect(second.after.map(\.label) == ["a", "·", "hug"])
  }

  @Test func anotherExampleHasTheMergesSoFar() throws {
    var trainer = try TokenizerTrainer(
      texts: ["hug hug hug pug pug bun"], vocabularySize: 270, example: "a hug")
    trainer.step()
    trainer.step()
    trainer.show(example: "hugs, pug hug")
    #expect(
      trainer.exampleTokens.map(\.label) == ["hug", "s", ",", "·", "p", "ug", "·", "hug"])
    #expect(trainer.step()?.after.map(\.label) == ["hug", "s", ",", "·", "pug", "·", "hug"])
  }

  @Test func tiesGoToTheLowestPair() throws {
    var trainer = try TokenizerTrainer(
      texts: ["dc dc ba ba ca ca"], vocabularySize: 262, minimumCount: 1)
    #expect(trainer.step()?.token.label == "ba")
    #expect(trainer.step()?.token.label == "ca")
  }

  @Test func overlappingPairsAreCountedOncePerPlace() throws {
    var trainer = try TokenizerTrainer(
      texts: ["aaaaa"], vocabularySize: 300, minimumCount: 1, example: "aaaaa")
    let stepped = trainer.step()
    let first = try #require(stepped)
    #expect(first.count == 4)
    #expect(first.after.map(\.label) == ["aa", "aa", "a"])
    #expect(trainer.step()?.token.label == "aaa")
    #expect(trainer.step()?.token.label == "aaaaa")
    #expect(trainer.step() == nil)
  }

  @Test func anExhaustedTextGivesASmallerVocabulary() throws {
    var trainer = try TokenizerTrainer(
      texts: ["the ferry, the ferry, the bell"], vocabularySize: 700)
    let tokenizer = trainer.finish()
    #expect(trainer.isFinished && tokenizer.vocabularySize < 700)
    #expect(TokenizerFile.text(of: tokenizer) == (try TokenizerFixtures.text("exhausted.json")))
  }

  @Test func documentsAreCutApart() throws {
    var one = try TokenizerTrainer(texts: ["ab", "ab"], vocabularySize: 300, minimumCount: 2)
    #expect(one.step()?.count == 2)
    #expect(one.step() == nil)
  }

  @Test func badRequests() {
    expect(
      .vocabularyTooSmall(requested: 259, smallest: 260),
      """
      a vocabulary of 259 tokens is too small: the 256 bytes and the special tokens alone take 260; \
      ask for 260 or more
      """
    ) { _ = try TokenizerTrainer(texts: ["a"], vocabularySize: 259) }
    expect(
      .vocabularyTooLarge(requested: .max, largest: 1 << 20),
      "a vocabulary of 9223372036854775807 tokens is too large: ask for 1048576 or fewer"
    ) { _ = try TokenizerTrainer(texts: ["a"], vocabularySize: .max) }
    expect(
      .noText,
      "there is no text to learn a tokenizer from: give at least one document that is not empty"
    ) { _ = try TokenizerTrainer(texts: ["", ""], vocabularySize: 300) }
    expect(.specialTokenEmpty, "a special token has no text: give it a name such as <|end|>") {
      _ = try TokenizerTrainer(texts: ["a"], vocabularySize: 300, specialTokens: [""])
    }
    expect(.specialTokenTwice("<e>"), "the special token <e> is listed twice: list it once") {
      _ = try TokenizerTrainer(texts: ["a"], vocabularySize: 300, specialTokens: ["<e>", "<e>"])
    }
    expect(
      .specialTokenTwice("<e\u{301}|a>"),
      "the special token <é|a> is listed twice: list it once"
    ) {
      _ = try TokenizerTrainer(
        texts: ["a"], vocabularySize: 300, specialTokens: ["<é|a>", "<e\u{301}|a>"])
    }
    for word in ["end", "Ã©x", "<é>"] {
      expect(
        .specialTokenIsWord(word),
        """
        the special token \(word) could also be an ordinary token: mix letters and marks, as in \
        <|\(word)|>
        """
      ) { _ = try TokenizerTrainer(texts: ["a"], vocabularySize: 300, specialTokens: [word]) }
    }
  }

  private func expect(_ error: TokenizerError, _ text: String, from body: () throws -> Void) {
    #expect(throws: error, performing: body)
    #expect(error.description == text)
  }
}
