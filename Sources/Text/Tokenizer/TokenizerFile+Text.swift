extension TokenizerFile {
  /// The `tokenizer.json` of `tokenizer`. Tokens are in order of their ids, so equal tokenizers give
  /// equal bytes.
  package static func text(of tokenizer: Tokenizer) -> String {
    let names = vocabularyNames(of: tokenizer)
    let added = tokenizer.specialTokens.map { special in
      """
          {
            "id": \(special.id),
            "content": \(quoted(special.text)),
            "single_word": false,
            "lstrip": false,
            "rstrip": false,
            "normalized": false,
            "special": true
          }
      """
    }
    let vocabulary = names.enumerated().map { id, name in "      \(name): \(id)" }
    let merges = tokenizer.merges.map { merge in
      """
            [
              \(names[Int(merge.pair.left)]),
              \(names[Int(merge.pair.right)])
            ]
      """
    }
    return """
      {
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": \(list(added, indent: "  ")),
        "normalizer": null,
        "pre_tokenizer": {
          "type": "ByteLevel",
          "add_prefix_space": false,
          "trim_offsets": true,
          "use_regex": true
        },
        "post_processor": null,
        "decoder": {
          "type": "ByteLevel",
          "add_prefix_space": true,
          "trim_offsets": true,
          "use_regex": true
        },
        "model": {
          "type": "BPE",
          "dropout": null,
          "unk_token": null,
          "continuing_subword_prefix": null,
          "end_of_word_suffix": null,
          "fuse_unk": false,
          "byte_fallback": false,
          "ignore_merges": false,
          "vocab": {
      \(vocabulary.joined(separator: ",\n"))
          },
          "merges": \(list(merges, indent: "    "))
        }
      }
      """
  }

  /// Every token as the vocabulary names it, quoted: bytes by their stand-ins, a special token by its
  /// text.
  private static func vocabularyNames(of tokenizer: Tokenizer) -> [String] {
    var names = tokenizer.tokens.map { quoted(ByteAlphabet.text(of: $0)) }
    for special in tokenizer.specialTokens { names[special.id] = quoted(special.text) }
    return names
  }

  private static func list(_ items: [String], indent: String) -> String {
    items.isEmpty ? "[]" : "[\n" + items.joined(separator: ",\n") + "\n\(indent)]"
  }

  /// `text` as a JSON string, only what must be escaped is.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{8}": quoted += "\\b"
      case "\u{C}": quoted += "\\f"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
