extension Session {
  /// Help on a command, a function or a tensor; on everything there is when `topic` is empty.
  func help(topic: String) throws -> String {
    if topic.isEmpty { return overview }
    if let command = Glassbox.commands.first(where: { $0.name == topic }) {
      return UsageText.help(command, columns: page.width)
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
    var commands = Glossary()
    for command in Glassbox.commands {
      commands.add(command.name, command.configuration.abstract)
    }
    var functions = Glossary()
    for function in Function.all { functions.add(function.signature, function.summary) }
    var cells = Glossary()
    cells.add(
      "x = expression", "gives a value a name; _ is the latest value, Out[3] that of cell 3")
    cells.add(
      "x[0, 2:5, -1]", "a part of a tensor; x.T swaps its last two axes, x.shape lists sizes")
    cells.add("+ - * / @ ^", "arithmetic; @ is the matrix product; < <= > >= == != and or not")
    cells.add("?topic", "help on a command, a function or a tensor; 'names' lists the tensors")
    return [commands, functions, cells].map { $0.text(width: page.width) }
      .joined(separator: "\n\n")
  }
}
