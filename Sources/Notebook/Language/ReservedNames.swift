/// Which names an assignment may make.
enum ReservedNames {
  /// Words that mean something in every expression.
  static let words = ["and", "or", "not", "true", "false", "_", "Out", "In", "help"]

  /// Why `name` cannot be assigned; nil if it can.
  static func complaint(about name: String, commands: [String], isTensor: (String) -> Bool)
    -> Complaint?
  {
    if name.contains(".") {
      return Complaint(
        "names with dots are the model's", remedy: "choose a name of letters, digits and _")
    }
    guard let first = name.first, first.isLetter || first == "_", name.allSatisfy(\.isNamePart)
    else {
      return Complaint(
        "'\(name)' cannot be a name", remedy: "a name is made of letters, digits and _")
    }
    if words.contains(name) {
      return Complaint("'\(name)' is a word of the language", remedy: "choose another name")
    }
    if commands.contains(name) {
      return Complaint("'\(name)' is a command", remedy: "choose another name")
    }
    if Function.named(name) != nil {
      return Complaint("'\(name)' is a function", remedy: "choose another name")
    }
    if isTensor(name) {
      return Complaint("'\(name)' is one of the model's names", remedy: "choose another name")
    }
    return nil
  }
}
