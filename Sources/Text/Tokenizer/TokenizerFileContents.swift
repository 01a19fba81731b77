/// A `tokenizer.json` as it stands in the file: right types, but nothing checked beyond that. Fields
/// that older files leave out are optional.
struct TokenizerFileContents: Decodable {
  struct AddedToken: Decodable {
    let id: WholeNumber
    let content: String
    let singleWord: Bool?
    let lstrip: Bool?
    let rstrip: Bool?
    let special: Bool?

    enum CodingKeys: String, CodingKey {
      case id, content, lstrip, rstrip, special
      case singleWord = "single_word"
    }
  }

  /// A pre-tokenizer, post-processor, decoder or normalizer.
  struct Component: Decodable {
    let type: String
    let addPrefixSpace: Bool?
    let useRegex: Bool?

    enum CodingKeys: String, CodingKey {
      case type
      case addPrefixSpace = "add_prefix_space"
      case useRegex = "use_regex"
    }
  }

  /// Any value of which only matters that it is there.
  struct Anything: Decodable {
    init(from decoder: any Decoder) throws {}
  }

  /// `["a", "b"]`, or as older files have it, `"a b"`.
  struct MergeEntry: Decodable {
    let left: String
    let right: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let parts: [String]
      if let text = try? container.decode(String.self) {
        parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      } else {
        parts = try container.decode([String].self)
      }
      guard parts.count == 2 else {
        throw DecodingError.typeMismatch(
          MergeEntry.self,
          .init(codingPath: decoder.codingPath, debugDescription: "\(parts.count) parts"))
      }
      (left, right) = (parts[0], parts[1])
    }
  }

  /// A whole number. For one that is not, the decoder's error does not tell the place; this one does.
  struct WholeNumber: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        value = try container.decode(Int.self)
      } catch let error as DecodingError {
        throw error
      } catch {
        throw DecodingError.typeMismatch(
          Int.self, .init(codingPath: decoder.codingPath, debugDescription: "not whole"))
      }
    }
  }

  /// The id of each token. Read in one go, which is many times faster than number by number; only when
  /// that fails is the culprit searched.
  struct Vocabulary: Decodable {
    let ids: [String: Int]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        ids = try container.decode([String: Int].self)
      } catch let error as DecodingError {
        throw error
      } catch {
        ids = try container.decode([String: WholeNumber].self).mapValues(\.value)
      }
    }
  }

  struct Model: Decodable {
    let type: String?
    let dropout: WholeNumber?
    let continuingSubwordPrefix: String?
    let endOfWordSuffix: String?
    let ignoreMerges: Bool?
    let vocab: Vocabulary
    let merges: [MergeEntry]

    enum CodingKeys: String, CodingKey {
      case type, dropout, vocab, merges
      case continuingSubwordPrefix = "continuing_subword_prefix"
      case endOfWordSuffix = "end_of_word_suffix"
      case ignoreMerges = "ignore_merges"
    }
  }

  let version: String?
  let truncation: Anything?
  let padding: Anything?
  let addedTokens: [AddedToken]?
  let normalizer: Component?
  let preTokenizer: Component
  let postProcessor: Component?
  let decoder: Component
  let model: Model

  enum CodingKeys: String, CodingKey {
    case version, truncation, padding
    case addedTokens = "added_tokens"
    case normalizer
    case preTokenizer = "pre_tokenizer"
    case postProcessor = "post_processor"
    case decoder, model
  }
}

extension TokenizerFileContents {
  /// Throws for any setting that would make the ids differ from those of `Tokenizer`.
  func checkSettings(file: String) throws {
    func require(_ holds: Bool, _ field: String, _ found: String, only supported: String) throws {
      if holds { return }
      throw TokenizerFileError(
        file: file, field: field, problem: .unsupported(found: found, supported: supported))
    }
    try require(version ?? "1.0" == "1.0", "version", version ?? "", only: "1.0")
    try require(truncation == nil, "truncation", "truncation", only: "null")
    try require(padding == nil, "padding", "padding", only: "null")
    try require(normalizer == nil, "normalizer", normalizer?.type ?? "", only: "null")
    try require(
      preTokenizer.type == "ByteLevel", "pre_tokenizer.type", preTokenizer.type, only: "ByteLevel")
    try require(
      preTokenizer.addPrefixSpace == false, "pre_tokenizer.add_prefix_space", "true", only: "false")
    try require(
      preTokenizer.useRegex ?? true, "pre_tokenizer.use_regex", "false", only: "true")
    let processor = postProcessor?.type ?? "ByteLevel"
    try require(
      processor == "ByteLevel", "post_processor.type", processor, only: "null and ByteLevel")
    try require(decoder.type == "ByteLevel", "decoder.type", decoder.type, only: "ByteLevel")
    try require(model.type ?? "BPE" == "BPE", "model.type", model.type ?? "", only: "BPE")
    try require(
      model.dropout?.value ?? 0 == 0, "model.dropout", "\(model.dropout?.value ?? 0)", only: "null")
    let prefix = model.continuingSubwordPrefix ?? ""
    try require(prefix.isEmpty, "model.continuing_subword_prefix", prefix, only: "null")
    let suffix = model.endOfWordSuffix ?? ""
    try require(suffix.isEmpty, "model.end_of_word_suffix", suffix, only: "null")
    try require(!(model.ignoreMerges ?? false), "model.ignore_merges", "true", only: "false")
    for (place, token) in (addedTokens ?? []).enumerated() {
      let field = "added_tokens[\(place)]"
      try require(!(token.singleWord ?? false), "\(field).single_word", "true", only: "false")
      try require(!(token.lstrip ?? false), "\(field).lstrip", "true", only: "false")
      try require(!(token.rstrip ?? false), "\(field).rstrip", "true", only: "false")
      try require(token.special ?? false, "\(field).special", "false", only: "true")
    }
  }
}
