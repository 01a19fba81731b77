import Models

extension Session {
  /// Help on a command, a function, a magic, a tensor or a word of the field; on everything there is
  /// when `topic` is empty.
  func help(topic: String, on page: Page) throws -> String {
    // A list that cannot be read leaves the other help as it is; `lint` complains.
    let terms = (try? terms()) ?? []
    if topic.isEmpty { return overview(terms, on: page) }
    var parts = terms.filter { $0.isCalled(topic) }.map { $0.text(on: page) }
    if let command = (Glassbox.commands + Magic.commands).first(where: { $0.name == topic }) {
      parts.append(UsageText.help(command, columns: page.width))
    }
    if let function = Function.named(topic) { parts.append(help(on: function, on: page)) }
    if let name = helpOnName(topic) { parts.append(name) }
    guard parts.isEmpty else { return parts.joined(separator: "\n\n") }
    let topics =
      Glassbox.commandNames + Magic.names + Function.all.map(\.name) + knownNames
      + terms.flatMap(\.names)
    throw ExpressionError(
      "there is no help on '\(topic)'",
      remedy: Suggestion.question(for: topic, in: topics) ?? "'?' lists what there is",
      source: "?" + topic, range: 1..<topic.count + 1)
  }

  /// The signature, what it does, and an example with its value where there is one here.
  private func help(on function: Function, on page: Page) -> String {
    let summary = Prose.lines(of: function.summary, width: page.width)
    let value = try? Evaluator.value(of: function.example, in: self)
    return
      ([function.signature] + summary + ["example: " + function.example]
      + (value.map { [ValueText.text(of: $0, on: page)] } ?? [])).joined(separator: "\n")
  }

  /// A tensor, a variable, or a part of the model that can be called.
  private func helpOnName(_ topic: String) -> String? {
    let shape = tensorNames.first { $0.name == topic }?.shape
    let piece = desk.model.flatMap { desk in
      Piece.all(of: desk.model.configuration).first { $0.name == topic }
    }
    let description =
      TensorGuide.description(of: topic) ?? shape.map { _ in "a variable" }
      ?? piece.map { _ in "a part of the model" }
    guard let description else { return nil }
    return topic + (shape.map { "  \($0)" } ?? "") + "\n" + description
      + (piece.map { "\n\($0.signature) computes it from what feeds it" } ?? "")
  }

  private func overview(_ terms: [Term], on page: Page) -> String {
    var commands = Glossary()
    for command in Glassbox.commands {
      commands.add(command.name, command.configuration.abstract)
    }
    var functions = Glossary()
    for group in Function.groups {
      functions.add(group.title, group.functions.map(\.name).joined(separator: " "))
    }
    var magics = Glossary()
    for magic in Magic.commands { magics.add(magic.name, magic.configuration.abstract) }
    var cells = Glossary()
    cells.add(
      "x = expression",
      "gives a value a name; _ is the latest value, Out[3] that of cell 3, In[3] its text")
    cells.add(
      "x[0, 2:5, -1]",
      "a part of a tensor; x[[5, 1]] takes entries; x.T swaps its last two axes, x.shape lists sizes"
    )
    cells.add("+ - * / @ ^", "arithmetic; @ is the matrix product; < <= > >= == != and or not")
    cells.add(
      "blocks.0.ln1(x)", "a part of the model, called with what feeds it; also embed(tokens)")
    cells.add(
      "?topic", "help on a command, a function, a tensor or a word; 'names' lists the tensors")
    var words = Glossary()
    if !terms.isEmpty { words.add("words", terms.map(\.term).joined(separator: " · ")) }
    return [commands, functions, magics, cells, words].map { $0.text(width: page.width) }
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
