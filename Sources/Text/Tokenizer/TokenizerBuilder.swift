/// Makes a tokenizer of a file's vocabulary and merges, checking all that `Tokenizer` relies on.
struct TokenizerBuilder {
  private let contents: TokenizerFileContents
  private let file: String

  init(_ contents: TokenizerFileContents, file: String) {
    self.contents = contents
    self.file = file
  }

  /// Throws `TokenizerFileError`.
  func tokenizer() throws -> Tokenizer {
    let specials = try specialTokens()
    let names = try namesByID(specials)
    var isSpecial = [Bool](repeating: false, count: names.count)
    for special in specials { isSpecial[special.id] = true }

    var tokens: [[UInt8]] = []
    var ids: [[UInt8]: Int] = [:]
    for (id, name) in names.enumerated() {
      if isSpecial[id] {
        tokens.append(Array(name.utf8))
        continue
      }
      guard let bytes = ByteAlphabet.bytes(of: name) else {
        throw error("model.vocab", .notByteLevel(token: name))
      }
      if bytes.isEmpty { throw error("model.vocab", .emptyToken) }
      tokens.append(bytes)
      ids[bytes] = id
    }
    for byte in UInt8.min...UInt8.max where ids[[byte]] == nil {
      throw error("model.vocab", .missingByte(byte))
    }
    let merges = try merges(ids: ids, names: names, specials: specials)
    return Tokenizer(tokens: tokens, merges: merges, specialTokens: specials)
  }

  private func specialTokens() throws -> [SpecialToken] {
    var specials: [SpecialToken] = []
    var seen = Set<String>()
    for (place, token) in (contents.addedTokens ?? []).enumerated() {
      let field = "added_tokens[\(place)]"
      if token.content.isEmpty { throw error("\(field).content", .emptyToken) }
      guard seen.insert(token.content).inserted else {
        throw error("\(field).content", .duplicateToken(token.content))
      }
      if let id = contents.model.vocab.ids[token.content], id != token.id.value {
        let problem = TokenizerFileError.Problem.idDiffers(
          token: token.content, added: token.id.value, vocabulary: id)
        throw error("\(field).id", problem)
      }
      specials.append(SpecialToken(id: token.id.value, text: token.content))
    }
    return specials
  }

  /// The names of all tokens by id. The ids must be 0, 1, 2 … without gap or repetition; added tokens
  /// may stand outside the vocabulary.
  private func namesByID(_ specials: [SpecialToken]) throws -> [String] {
    let vocabulary = contents.model.vocab.ids
    var named = vocabulary.map { (id: $0.value, name: $0.key) }
    for special in specials where vocabulary[special.text] == nil {
      named.append((special.id, special.text))
    }
    named.sort { ($0.id, $0.name) < ($1.id, $1.name) }
    for (place, token) in named.enumerated() where token.id != place {
      if token.id < 0 {
        throw error("model.vocab", .negativeID(token: token.name, id: token.id))
      }
      if place > 0, token.id == named[place - 1].id {
        let tokens = [named[place - 1].name, token.name]
        throw error("model.vocab", .duplicateID(id: token.id, tokens: tokens))
      }
      throw error("model.vocab", .unusedID(id: place, size: named.count))
    }
    return named.map(\.name)
  }

  private func merges(
    ids: [[UInt8]: Int], names: [String], specials: [SpecialToken]
  ) throws -> [Merge] {
    let specialNames = Set(specials.map { Array($0.text.utf8) })
    var merges: [Merge] = []
    var pairs = Set<TokenPair>()
    for (place, entry) in contents.model.merges.enumerated() {
      let field = "model.merges[\(place)]"
      func known(_ name: String) throws -> (bytes: [UInt8], id: Int) {
        guard let bytes = ByteAlphabet.bytes(of: name), let id = ids[bytes] else {
          throw error(field, .unknownToken(name))
        }
        return (bytes, id)
      }
      let left = try known(entry.left)
      let right = try known(entry.right)
      let name = entry.left + entry.right
      if specialNames.contains(Array(name.utf8)) { throw error(field, .mergeMakesSpecial(name)) }
      let pair = TokenPair(Int32(left.id), Int32(right.id))
      guard pairs.insert(pair).inserted else {
        throw error(field, .duplicateMerge(left: entry.left, right: entry.right))
      }
      merges.append(Merge(pair: pair, token: Int32(try known(name).id)))
    }
    try checkOrder(of: merges, names: names)
    return merges
  }

  /// A merge may only join tokens that earlier merges made, or none.
  private func checkOrder(of merges: [Merge], names: [String]) throws {
    var available = [Bool](repeating: true, count: names.count)
    for merge in merges { available[Int(merge.token)] = false }
    for (place, merge) in merges.enumerated() {
      for part in [merge.pair.left, merge.pair.right] where !available[Int(part)] {
        throw error("model.merges[\(place)]", .mergeBeforePart(part: names[Int(part)]))
      }
      available[Int(merge.token)] = true
    }
  }

  private func error(_ field: String, _ problem: TokenizerFileError.Problem) -> TokenizerFileError {
    TokenizerFileError(file: file, field: field, problem: problem)
  }
}
