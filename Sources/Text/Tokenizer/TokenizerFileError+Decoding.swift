extension TokenizerFileError {
  /// What the JSON decoder found, with the field that it found it in.
  init(_ error: DecodingError, file: String) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(file: file, field: Self.field(context.codingPath + [key]), problem: .missing)
    case .valueNotFound(let type, let context), .typeMismatch(let type, let context):
      self.init(
        file: file, field: Self.field(context.codingPath),
        problem: .wrongType(expected: Self.name(of: type)))
    case .dataCorrupted(let context):
      self.init(
        file: file, field: Self.field(context.codingPath),
        problem: context.codingPath.isEmpty ? .notJSON : .wrongType(expected: "a whole number"))
    @unknown default:
      self.init(file: file, problem: .notJSON)
    }
  }

  /// `model.merges[12]`.
  private static func field(_ path: [any CodingKey]) -> String {
    path.reduce("") { field, key in
      if let index = key.intValue { return "\(field)[\(index)]" }
      return field.isEmpty ? key.stringValue : "\(field).\(key.stringValue)"
    }
  }

  private static func name(of type: any Any.Type) -> String {
    if type is Int.Type { return "a whole number" }
    if type is Double.Type { return "a number" }
    if type is String.Type { return "a string" }
    if type is Bool.Type { return "true or false" }
    if type is TokenizerFileContents.MergeEntry.Type || type is [String].Type {
      return "a pair of tokens, as in [\"a\", \"b\"]"
    }
    if type is [Any].Type || type is [TokenizerFileContents.MergeEntry].Type
      || type is [TokenizerFileContents.AddedToken].Type
    {
      return "a list"
    }
    return "an object"
  }
}
