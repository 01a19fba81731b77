import Models

/// A name that stands for nothing: what to say about it.
struct UnknownName {
  let name: String
  let scope: any NameScope

  init(_ name: String, in scope: any NameScope) {
    self.name = name
    self.scope = scope
  }

  /// For a name that stands alone.
  var complaint: Complaint {
    if let function = Function.named(name) {
      return Complaint("\(name) is a function", remedy: "give it arguments: \(function.signature)")
    }
    if let piece = pieces.first(where: { $0.name == name }) {
      return Complaint(
        "\(name) is a part of the model", remedy: "give it arguments: \(piece.signature)")
    }
    if name == "Out" || name == "In" {
      return Complaint(
        "\(name) needs a cell's number",
        remedy: name == "Out" ? "write Out[3], or _ for the latest" : "write In[3]")
    }
    if let whereabouts = scope.surroundings.whereabouts(name) {
      return Complaint("\(name) is not there any more", remedy: whereabouts)
    }
    let nearest = Suggestion.nearest(to: name, in: scope.knownNames)
    if name.contains(".") {
      return Complaint(
        "no tensor \(name)", remedy: nearest.map { "did you mean \($0)?" } ?? reasonForTensor)
    }
    return Complaint(
      "there is no name '\(name)'",
      remedy: nearest.map { "did you mean '\($0)'?" }
        ?? Suggestion.question(for: name, in: Function.all.map(\.name) + ReservedNames.words)
        ?? reasonForTensor)
  }

  /// For a name that is called.
  var complaintAboutCall: Complaint {
    if Glassbox.commandNames.contains(name) {
      return Complaint(
        "\(name) is a command, not a function",
        remedy: "begin the cell with it, without brackets: \(name) …")
    }
    if let value = try? scope.value(named: name) {
      return Complaint(
        "'\(name)' is \(value.kind), not a function", remedy: "indices stand in [ ]: \(name)[0]")
    }
    let parts = name.split(separator: ".")
    if let last = parts.last, parts.count > 1, let function = Function.named(String(last)),
      (try? scope.value(named: parts.dropLast().joined(separator: "."))) != nil
    {
      return Complaint(
        "\(last) is no property, but a function",
        remedy: "write \(function.name)(\(parts.dropLast().joined(separator: ".")))")
    }
    let functions = Function.all.map(\.name) + pieces.map(\.name)
    return Complaint(
      "there is no function '\(name)'",
      remedy: Self.otherNames[name].map { "did you mean '\($0)'?" }
        ?? Suggestion.question(for: name, in: functions)
        ?? parts.last.flatMap { Function.named(String($0)) }.map { "did you mean '\($0.name)'?" }
        ?? (name.contains(".") ? reasonForTensor : "'?' lists the functions"))
  }

  /// What functions are called elsewhere.
  private static let otherNames = ["ln": "log", "avg": "mean", "average": "mean", "cat": "concat"]

  private var pieces: [Piece] {
    scope.surroundings.model.map { Piece.all(of: $0.configuration) } ?? []
  }

  /// Why a name that a model could have is not there.
  private var reasonForTensor: String {
    guard TensorGuide.description(of: name) != nil else {
      return "'names' lists the names there are"
    }
    if scope.surroundings.model == nil {
      return "there is no model here yet: `model` makes or takes one"
    }
    return "it comes with a pass or a step: `forward \"…\"` or `step` makes one"
  }
}
