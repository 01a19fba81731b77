import Foundation
import Text

/// What Hugging Face `tokenizers` made, by `Tools/fixtures/bpe.py`.
enum TokenizerFixtures {
  struct Encoding: Decodable {
    let ids: [Int]
    let withSpecial: [Int]

    enum CodingKeys: String, CodingKey {
      case ids
      case withSpecial = "with_special"
    }
  }

  struct Case: Decodable {
    let text: String
    /// The pre-tokenizer's pieces, in stand-ins.
    let pieces: [String]
    let trained: Encoding
    let gpt2Style: Encoding

    enum CodingKeys: String, CodingKey {
      case text, pieces, trained
      case gpt2Style = "gpt2_style"
    }
  }

  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/bpe/\(name)").path
  }

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  static func cases() throws -> [Case] {
    try JSONDecoder().decode([Case].self, from: data("encodings.json"))
  }

  static func trained() throws -> Tokenizer {
    try TokenizerFile.load(from: path("tokenizer.json"))
  }
}
