import Foundation

/// Tokenizers as the `tokenizer.json` of Hugging Face `tokenizers`: byte for byte the file that this
/// library saves for the same tokenizer, and whatever it saves for a byte-level BPE without
/// normalizer, GPT-2's among them, can be loaded.
package enum TokenizerFile {
  /// Larger files are refused unread.
  package static let mostBytes = 64 << 20

  /// Writes the tokenizer to `path`, whole or not at all. Throws `TokenizerFileError`.
  package static func save(_ tokenizer: Tokenizer, to path: String) throws {
    do {
      try Data(text(of: tokenizer).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw TokenizerFileError(file: path, problem: .unwritable(error.localizedDescription))
    }
  }

  /// Reads the tokenizer at `path`. Throws `TokenizerFileError`, naming the field, for anything that is
  /// missing, malformed, contradictory, or has a meaning that `Tokenizer` does not implement.
  package static func load(from path: String) throws -> Tokenizer {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let data: Data
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw TokenizerFileError(file: path, problem: .unreadable("it is not a regular file"))
      }
      let size = attributes[.size] as? Int ?? 0
      guard size <= mostBytes else {
        throw TokenizerFileError(file: path, problem: .tooLarge(bytes: size, most: mostBytes))
      }
      data = try Data(contentsOf: url)
    } catch let error as TokenizerFileError {
      throw error
    } catch {
      throw TokenizerFileError(file: path, problem: .unreadable(error.localizedDescription))
    }
    return try parse(data, file: path)
  }

  /// The tokenizer that `data` describes; `file` is its name in errors.
  package static func parse(_ data: Data, file: String) throws -> Tokenizer {
    do {
      let contents = try JSONDecoder().decode(TokenizerFileContents.self, from: data)
      try contents.checkSettings(file: file)
      return try TokenizerBuilder(contents, file: file).tokenizer()
    } catch let error as DecodingError {
      throw TokenizerFileError(error, file: file)
    }
  }
}
