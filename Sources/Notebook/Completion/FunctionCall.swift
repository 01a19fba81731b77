/// The call whose brackets are open where the cursor stands.
struct FunctionCall: Equatable {
  let name: String

  /// nil if the innermost open bracket at the end of the text is no call's.
  init?(openAtEndOf text: Substring) {
    var open: [Substring.Index?] = []
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let mark = quote {
        if character == mark { quote = nil }
        continue
      }
      switch character {
      case "\"", "'": quote = character
      case "(": open.append(index)
      case "[": open.append(nil)
      case ")", "]": _ = open.popLast()
      default: break
      }
    }
    guard quote == nil, let bracket = open.last ?? nil else { return nil }
    let name = text[..<bracket].reversed().prefix { $0.isNamePart || $0 == "." }
    guard !name.isEmpty else { return nil }
    self.name = String(String(name).reversed())
  }
}
