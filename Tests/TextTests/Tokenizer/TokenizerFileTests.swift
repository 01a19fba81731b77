import Foundation
import Testing
import Text

@Suite struct TokenizerFileTests {
  @Test(arguments: ["tokenizer.json", "exhausted.json"])
  func savedByHuggingFaceLoadedAndSavedIsTheSame(name: String) throws {
    let tokenizer = try TokenizerFile.load(from: TokenizerFixtures.path(name))
    #expect(TokenizerFile.text(of: tokenizer) == (try TokenizerFixtures.text(name)))
  }

  @Test(arguments: ["tokenizer.json", "gpt2-style.json"])
  func saveLoadSaveIsIdentical(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("tokenizer.json").path
    let tokenizer = try TokenizerFile.load(from: TokenizerFixtures.path(name))
    try TokenizerFile.save(tokenizer, to: path)
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    let again = try TokenizerFile.load(from: path)
    #expect(again == tokenizer && again.fingerprint == tokenizer.fingerprint)
    try TokenizerFile.save(again, to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["tokenizer.json"])
  }

  @Test func oddSpecialTokensAreEscaped() throws {
    let odd = ["<\"\\\n\r\t\u{8}\u{C}\u{1}\0é 小>", "<e\u{301}>", "<é|a>"]
    var trainer = try TokenizerTrainer(
      texts: ["say \"\\\" say \"\\\""], vocabularySize: 300, specialTokens: odd)
    let tokenizer = trainer.finish()
    let text = TokenizerFile.text(of: tokenizer)
    #expect(text.contains(#""<\"\\\n\r\t\b\f\u0001\u0000é 小>""#))
    #expect(try TokenizerFile.parse(Data(text.utf8), file: "t.json") == tokenizer)
  }

  @Test func withoutSpecialTokensOrMerges() throws {
    var trainer = try TokenizerTrainer(texts: ["a"], vocabularySize: 256, specialTokens: [])
    let text = TokenizerFile.text(of: trainer.finish())
    #expect(text.contains(#""added_tokens": [],"#) && text.contains(#""merges": []"#))
    #expect(try TokenizerFile.parse(Data(text.utf8), file: "t.json") == trainer.tokenizer)
  }

  @Test func placesThatCannotBeRead() throws {
    for path in ["/nowhere/tokenizer.json", "/dev/zero", "/"] {
      let error = #expect(throws: TokenizerFileError.self) { try TokenizerFile.load(from: path) }
      #expect(error?.file == path && error?.field == "")
      #expect(error?.description.hasPrefix("\(path): the file cannot be read: ") == true)
    }
  }

  @Test func placesThatCannotBeWritten() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let path = "/nowhere/tokenizer.json"
    let error = #expect(throws: TokenizerFileError.self) {
      try TokenizerFile.save(tokenizer, to: path)
    }
    #expect(error?.description.hasPrefix("\(path): the file cannot be written: ") == true)
  }
}
