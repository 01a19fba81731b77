import ArgumentParser

extension Session {
  /// Help on a command, a function or a tensor; on everything there is when `topic` is empty.
  func help(topic: String) throws -> String {
    if topic.isEmpty { return overview }
    if let command = Glassbox.commands.first(where: { $0.name == topic }) {
      return Self.inNotebook(Glassbox.helpMessage(for: command, columns: page.width))
    }
    if let function = Function.named(topic) {
      return "\(function.signature)\n\(function.summary)"
    }
    let shape = tensorNames.first { $0.name == topic }?.shape
    if let description = TensorGuide.description(of: topic) ?? shape.map({ _ in "a variable" }) {
      return "\(topic)" + (shape.map { "  \($0)" } ?? "") + "\n" + description
    }
    let topics = Glassbox.commandNames + Function.all.map(\.name) + knownNames
    throw ExpressionError(
      "there is no help on '\(topic)'",
      remedy: Suggestion.question(for: topic, in: topics) ?? "'?' lists what there is",
      source: "?" + topic, range: 1..<topic.count + 1)
  }

  private var overview: String {
    var commands = TextTable([.init("command"), .init("what it does")])
    for command in Glassbox.commands {
      commands.add([command.name, command.configuration.abstract])
    }
    var functions = TextTable([.init("function"), .init("what it gives")])
    for function in Function.all { functions.add([function.signature, function.summary]) }
    return [
      commands.text(width: page.width), functions.text(width: page.width),
      "A cell is a command, an expression, name = expression, or ?topic. 'names' lists the tensors.",
    ].joined(separator: "\n\n")
  }

  /// A command's help as it is typed in the notebook: without the program's name.
  private static func inNotebook(_ help: String) -> String {
    help.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing("USAGE: glassbox ", with: "USAGE: ") }
      .joined(separator: "\n").trimmingLastNewlines
  }
}

extension String {
  fileprivate var trimmingLastNewlines: String {
    var text = self[...]
    while text.last?.isNewline ?? false { text.removeLast() }
    return String(text)
  }
}
