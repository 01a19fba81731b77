import Foundation
import Testing
import Text

/// Every way in which a `tokenizer.json` can be wrong, and the whole message for it.
@Suite struct HostileTokenizerFileTests {
  @Test(arguments: [
    ("", "t.json: this is not JSON: give a tokenizer.json as Hugging Face tokenizers saves it"),
    ("{", "t.json: this is not JSON: give a tokenizer.json as Hugging Face tokenizers saves it"),
    (
      "\u{0}\u{1}",
      "t.json: this is not JSON: give a tokenizer.json as Hugging Face tokenizers saves it"
    ),
    ("[]", "t.json: this should be an object"),
    ("{}", "t.json: pre_tokenizer: this field is missing"),
  ])
  func notATokenizer(text: String, message: String) { expect(text, message) }

  @Test func nestedTooDeep() {
    let deep = String(repeating: "[", count: 100_000)
    expect(
      deep, "t.json: this is not JSON: give a tokenizer.json as Hugging Face tokenizers saves it")
  }

  @Test(arguments: [
    (#""pre_tokenizer": {"#, #""was": {"#, "pre_tokenizer: this field is missing"),
    (#""decoder": {"#, #""was": {"#, "decoder: this field is missing"),
    (#""model": {"#, #""was": {"#, "model: this field is missing"),
    (#""vocab": {"#, #""was": {"#, "model.vocab: this field is missing"),
    (#""merges": ["#, #""was": ["#, "model.merges: this field is missing"),
    (#""content": "<|a|>","#, "", "added_tokens[0].content: this field is missing"),
    (#""!": 1,"#, #""!": "1","#, "model.vocab.!: this should be a whole number"),
    (#""!": 1,"#, #""!": 1.5,"#, "model.vocab.!: this should be a whole number"),
    (#""!": 1,"#, #""!": 1e99,"#, "model.vocab.!: this should be a whole number"),
    (#""!": 1,"#, #""!": null,"#, "model.vocab.!: this should be a whole number"),
    (#""content": "<|a|>""#, #""content": 3"#, "added_tokens[0].content: this should be a string"),
    (
      #""special": true"#, #""special": 1"#, "added_tokens[0].special: this should be true or false"
    ),
    (
      #""dropout": null"#, #""dropout": "no""#, "model.dropout: this should be a whole number"
    ),
    (#""dropout": null"#, #""dropout": 0.5"#, "model.dropout: this should be a whole number"),
    (#""id": 0"#, #""id": 0.5"#, "added_tokens[0].id: this should be a whole number"),
    (#""added_tokens": ["#, #""added_tokens": 3, "was": ["#, "added_tokens: this should be a list"),
    (#""vocab": {"#, #""vocab": 3, "was": {"#, "model.vocab: this should be an object"),
    (#""merges": ["#, #""merges": 3, "was": ["#, "model.merges: this should be a list"),
  ])
  func missingAndWrongTypes(field: String, replacement: String, message: String) {
    expect(changed(field, replacement), "t.json: \(message)")
  }

  @Test(arguments: ["3", #""ab""#, #""a b c""#, #"["a"]"#, #"["a", "b", "c"]"#, #"[1, 2]"#])
  func badMerge(entry: String) {
    let text = changed(#""merges": [["a","b"]"#, #""merges": [["a","b"],\#(entry)"#)
    let error = #expect(throws: TokenizerFileError.self) { try parse(text) }
    #expect(error?.field.hasPrefix("model.merges[1]") == true)
    #expect(error?.problem != .notJSON)
  }

  @Test(arguments: [
    (#""version": "1.0""#, #""version": "2.0""#, "version: 2.0 is not supported, only 1.0"),
    (
      #""truncation": null"#, #""truncation": {"max_length": 9}"#,
      "truncation: truncation is not supported, only null"
    ),
    (#""padding": null"#, #""padding": {}"#, "padding: padding is not supported, only null"),
    (
      #""normalizer": null"#, #""normalizer": {"type": "NFC"}"#,
      "normalizer: NFC is not supported, only null"
    ),
    (
      #""pre_tokenizer": {"type": "ByteLevel""#, #""pre_tokenizer": {"type": "Metaspace""#,
      "pre_tokenizer.type: Metaspace is not supported, only ByteLevel"
    ),
    (
      #""add_prefix_space": false"#, #""add_prefix_space": true"#,
      "pre_tokenizer.add_prefix_space: true is not supported, only false"
    ),
    (
      #""use_regex": true"#, #""use_regex": false"#,
      "pre_tokenizer.use_regex: false is not supported, only true"
    ),
    (
      #""post_processor": null"#, #""post_processor": {"type": "TemplateProcessing"}"#,
      "post_processor.type: TemplateProcessing is not supported, only null and ByteLevel"
    ),
    (
      #""decoder": {"type": "ByteLevel""#, #""decoder": {"type": "WordPiece""#,
      "decoder.type: WordPiece is not supported, only ByteLevel"
    ),
    (#""type": "BPE""#, #""type": "Unigram""#, "model.type: Unigram is not supported, only BPE"),
    (#""dropout": null"#, #""dropout": 1"#, "model.dropout: 1 is not supported, only null"),
    (
      #""end_of_word_suffix": null"#, #""end_of_word_suffix": "</w>""#,
      "model.end_of_word_suffix: </w> is not supported, only null"
    ),
    (
      #""continuing_subword_prefix": null"#, #""continuing_subword_prefix": "ĠĠ""#,
      "model.continuing_subword_prefix: ĠĠ is not supported, only null"
    ),
    (
      #""ignore_merges": false"#, #""ignore_merges": true"#,
      "model.ignore_merges: true is not supported, only false"
    ),
    (
      #""lstrip": false"#, #""lstrip": true"#,
      "added_tokens[0].lstrip: true is not supported, only false"
    ),
    (
      #""special": true"#, #""special": false"#,
      "added_tokens[0].special: false is not supported, only true"
    ),
  ])
  func unsupportedSettings(field: String, replacement: String, message: String) {
    expect(changed(field, replacement), "t.json: \(message)")
  }

  @Test(arguments: [
    (#""ab": 257"#, #""ab": 1"#, #"model.vocab: the id 1 is given to "!" and "ab""#),
    (#""ab": 257"#, #""ab": -4"#, #"model.vocab: the token "ab" has the id -4, which is below 0"#),
    (
      #""ab": 257"#, #""ab": 9000000000000"#,
      "model.vocab: no token has the id 257, though there are 258 tokens"
    ),
    (
      #""ab": 257"#, #""小": 257"#,
      #"model.vocab: the token "小" has characters that stand for no byte"#
    ),
    (#""ab": 257"#, #""": 257"#, "model.vocab: a token must not be empty"),
    (
      #""!": 1,"#, #""zz": 1,"#,
      "model.vocab: no token stands for the byte 33, so not every text could be encoded"
    ),
    (
      #"[["a","b"]"#, #"[["a","zz"]"#,
      #"model.merges[0]: the token "zz" is not an ordinary token of model.vocab"#
    ),
    (
      #"[["a","b"]"#, #"[["a","c"]"#,
      #"model.merges[0]: the token "ac" is not an ordinary token of model.vocab"#
    ),
    (
      #"[["a","b"]"#, #"[["a","<|a|>"]"#,
      #"model.merges[0]: the token "<|a|>" is not an ordinary token of model.vocab"#
    ),
    (
      #"[["a","b"]"#, #"[["a","b"],["a","b"]"#,
      #"model.merges[1]: "a" and "b" were merged before"#
    ),
    (
      #""content": "<|a|>""#, #""content": """#,
      "added_tokens[0].content: a token must not be empty"
    ),
    (
      #""id": 0"#, #""id": 7"#,
      #"added_tokens[0].id: the token "<|a|>" has the id 7 here, but 0 in model.vocab"#
    ),
  ])
  func contradictions(field: String, replacement: String, message: String) {
    expect(changed(field, replacement), "t.json: \(message)")
  }

  @Test func contradictionsAmongMerges() {
    let more = changed(#""ab": 257"#, #""ab": 257, "abc": 258"#)
    expect(
      more.replacingOccurrences(of: #"[["a","b"]"#, with: #"[["ab","c"],["a","b"]"#),
      #"t.json: model.merges[0]: the token "ab" is made only by a later merge"#)
    let special = changed(#""content": "<|a|>""#, #""content": "ab""#)
      .replacingOccurrences(of: #""id": 0"#, with: #""id": 257"#)
      .replacingOccurrences(of: "<|a|>", with: "zz")
    expect(special, #"t.json: model.merges[0]: this merge would make the special token "ab""#)
  }

  @Test func duplicateAddedTokens() {
    let token = #"{"id": 0, "content": "<|a|>", "special": true}"#
    expect(
      changed(#""added_tokens": ["#, #""added_tokens": [\#(token), "#),
      #"t.json: added_tokens[1].content: the token "<|a|>" is listed twice"#)
  }

  @Test func addedTokensMayStandOutsideTheVocabulary() throws {
    let text = changed(
      #""added_tokens": ["#,
      #""added_tokens": [{"id": 258, "content": "<|b|>", "special": true}, "#)
    let tokenizer = try parse(text)
    #expect(tokenizer.vocabularySize == 259)
    #expect(tokenizer.specialTokens.map(\.text) == ["<|a|>", "<|b|>"])
  }

  @Test func theUnchangedFileIsGood() throws { _ = try parse(Self.good) }

  /// A compact file: `<|a|>`, the bytes, and one merge.
  private static let good: String = {
    var vocabulary = [#""<|a|>": 0"#]
    for (place, byte) in ByteAlphabet.bytes.enumerated() {
      let name = String(ByteAlphabet.scalars[Int(byte)])
      let escaped = name == "\"" || name == "\\" ? "\\" + name : name
      vocabulary.append("\"\(escaped)\": \(place + 1)")
    }
    vocabulary.append(#""ab": 257"#)
    return """
      {"version": "1.0", "truncation": null, "padding": null,
       "added_tokens": [{"id": 0, "content": "<|a|>", "single_word": false, "lstrip": false,
                         "rstrip": false, "normalized": false, "special": true}],
       "normalizer": null,
       "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "use_regex": true},
       "post_processor": null, "decoder": {"type": "ByteLevel"},
       "model": {"type": "BPE", "dropout": null, "continuing_subword_prefix": null,
                 "end_of_word_suffix": null, "ignore_merges": false,
                 "vocab": {\(vocabulary.joined(separator: ", "))},
                 "merges": [["a","b"]]}}
      """
  }()

  private func changed(_ field: String, _ replacement: String) -> String {
    let changed = Self.good.replacingOccurrences(of: field, with: replacement)
    #expect(changed != Self.good, "\(field) is not in the file")
    return changed
  }

  @discardableResult
  private func parse(_ text: String) throws -> Tokenizer {
    try TokenizerFile.parse(Data(text.utf8), file: "t.json")
  }

  private func expect(_ text: String, _ message: String) {
    let error = #expect(throws: TokenizerFileError.self) { try parse(text) }
    #expect(error?.description == message)
  }
}
