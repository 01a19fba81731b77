/// What can be wrong with a `tokenizer.json`: which file, which field, and what about it.
package struct TokenizerFileError: Error, Equatable, CustomStringConvertible {
  package enum Problem: Equatable, Sendable {
    case unreadable(String)
    case unwritable(String)
    case tooLarge(bytes: Int, most: Int)
    case notJSON
    case missing
    case wrongType(expected: String)
    /// A setting that this program has no meaning for.
    case unsupported(found: String, supported: String)
    case notByteLevel(token: String)
    case missingByte(UInt8)
    case negativeID(token: String, id: Int)
    case duplicateID(id: Int, tokens: [String])
    case duplicateToken(String)
    case unusedID(id: Int, size: Int)
    case unknownToken(String)
    case duplicateMerge(left: String, right: String)
    case mergeBeforePart(part: String)
    case mergeMakesSpecial(String)
    case emptyToken
    case idDiffers(token: String, added: Int, vocabulary: Int)
  }

  package let file: String
  /// The field, as in `model.merges[12]`; empty when it is the whole file.
  package let field: String
  package let problem: Problem

  package init(file: String, field: String = "", problem: Problem) {
    self.file = file
    self.field = field
    self.problem = problem
  }

  package var description: String {
    field.isEmpty ? "\(file): \(problem.text)" : "\(file): \(field): \(problem.text)"
  }
}

extension TokenizerFileError.Problem {
  fileprivate var text: String {
    switch self {
    case .unreadable(let why): "the file cannot be read: \(why)"
    case .unwritable(let why): "the file cannot be written: \(why)"
    case .tooLarge(let bytes, let most):
      "\(bytes) bytes are too many for a tokenizer: at most \(most) are read"
    case .notJSON: "this is not JSON: give a tokenizer.json as Hugging Face tokenizers saves it"
    case .missing: "this field is missing"
    case .wrongType(let expected): "this should be \(expected)"
    case .unsupported(let found, let supported): "\(found) is not supported, only \(supported)"
    case .notByteLevel(let token):
      "the token \"\(token)\" has characters that stand for no byte"
    case .missingByte(let byte):
      "no token stands for the byte \(byte), so not every text could be encoded"
    case .negativeID(let token, let id): "the token \"\(token)\" has the id \(id), which is below 0"
    case .duplicateID(let id, let tokens):
      "the id \(id) is given to \(tokens.map { "\"\($0)\"" }.joined(separator: " and "))"
    case .duplicateToken(let token): "the token \"\(token)\" is listed twice"
    case .unusedID(let id, let size): "no token has the id \(id), though there are \(size) tokens"
    case .unknownToken(let token): "the token \"\(token)\" is not an ordinary token of model.vocab"
    case .duplicateMerge(let left, let right):
      "\"\(left)\" and \"\(right)\" were merged before"
    case .mergeBeforePart(let part): "the token \"\(part)\" is made only by a later merge"
    case .mergeMakesSpecial(let token): "this merge would make the special token \"\(token)\""
    case .emptyToken: "a token must not be empty"
    case .idDiffers(let token, let added, let vocabulary):
      "the token \"\(token)\" has the id \(added) here, but \(vocabulary) in model.vocab"
    }
  }
}
