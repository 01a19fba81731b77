import ArgumentParser

/// Whether commands, options and names that a lesson writes exist.
struct WordLint {
  /// What is wrong with some words, and where in them, in characters.
  struct Complaint {
    let offset: Int
    let what: String
    let remedy: String

    /// The same of words that stand further behind.
    func moved(by distance: Int) -> Complaint {
      Complaint(offset: offset + distance, what: what, remedy: remedy)
    }
  }

  private let shelf: LessonShelf
  private let steps: [String]
  private let options: [String]
  private let terms: [Term]

  /// - Parameter terms: the words that `?word` explains
  init(_ lesson: Lesson, on shelf: LessonShelf, terms: [Term]) {
    self.shelf = shelf
    self.terms = terms
    steps = lesson.steps.map(\.id)
    let tree = try? CommandTree(description: Glassbox._dumpHelp())
    options =
      (tree?.subcommands ?? []).flatMap(\.arguments).flatMap(\.spellings) + ["--help", "-h"]
  }

  /// Whether a line begins as `>encode` does.
  func isCellWithoutBlank(_ line: String) -> Bool {
    line.hasPrefix(">")
      && Glassbox.commandNames.contains(String(line.dropFirst().prefix { $0.isLetter }))
  }

  /// What is wrong with a cell where some variables are known; nil if nothing can be said.
  func complaint(about cell: String, variables: [String]) -> Complaint? {
    let isName = { (name: String) in
      variables.contains(name) || TensorGuide.description(of: name) != nil
    }
    switch Cell(cell, commands: Glassbox.commandNames, isName: isName) {
    case .help(let topic): return complaint(aboutTopic: topic, isName: isName)
    case .assignment(_, _, let start):
      return complaint(aboutExpression: cell, from: start, variables: variables)
    case .expression: return complaint(aboutExpression: cell, from: 0, variables: variables)
    case .command: return complaint(aboutCommand: cell, variables: variables)
    case .unknownCommand(let name, let range):
      return Complaint(
        offset: range.lowerBound, what: "there is no command `\(name)`",
        remedy: Suggestion.question(for: name, in: Glassbox.commandNames)
          ?? "`glassbox help` lists the commands")
    default: return nil
    }
  }

  /// What is wrong with a command and its arguments.
  func complaint(aboutCommand cell: String, variables: [String]) -> Complaint? {
    do {
      let words = try ShellWords.split(cell) { name in
        Glassbox.commands.contains { $0 is any ExpressionCommand.Type && $0.name == name }
      }
      let command = try Glassbox.parseAsRoot(words)
      if let fault = complaint(aboutMove: words) { return fault }
      guard let showing = command as? any ExpressionCommand,
        (showing as? Plot)?.runs == nil, !Glob.isPattern(showing.expression),
        !(showing is Why && WhyQuestion.upWords.contains(showing.expression)),
        let place = cell.range(of: showing.expression)
      else { return nil }
      let isOfSteps = showing is When || showing is Track || showing is Bisect
      let known = variables + (isOfSteps ? RecordName.allCases.map(\.rawValue) : [])
      return complaint(aboutNames: showing.expression, variables: known)?
        .moved(by: cell.distance(from: cell.startIndex, to: place.lowerBound))
    } catch {
      // Help was asked for.
      if Glassbox.exitCode(for: error).isSuccess { return nil }
      let message = UsageText.mistake(error).split(separator: "\n").first.map(String.init)
      return Complaint(
        offset: 0, what: "this command would not run: \(message ?? String(describing: error))",
        remedy: "`glassbox help` shows what commands take")
    }
  }

  /// A lesson or a step that a command names. Words in capitals stand for something.
  private func complaint(aboutMove words: [String]) -> Complaint? {
    guard words.count == 2, words[1] != words[1].uppercased() || Int(words[1]) != nil else {
      return nil
    }
    let offset = words[0].count + 1
    switch words[0] {
    case "goto":
      // A number may be a step of a travelled run.
      guard !steps.contains(words[1]), Int(words[1]) == nil else { return nil }
      return Complaint(
        offset: offset, what: "the lesson has no step `\(words[1])`",
        remedy: Suggestion.question(for: words[1], in: steps)
          ?? "its steps are " + steps.joined(separator: ", "))
    case "open", "lesson", "run", "check", "promote", "lint":
      guard !words[1].contains("/"), !words[1].hasSuffix(".md"), !words[1].hasPrefix("-"),
        (try? shelf.lesson(named: words[1])) == nil
      else { return nil }
      return Complaint(
        offset: offset, what: "there is no lesson `\(words[1])`",
        remedy: Suggestion.question(for: words[1], in: shelf.lessons.map(\.id))
          ?? "`glassbox lessons` lists them")
    default: return nil
    }
  }

  /// A topic that help knows nothing about.
  private func complaint(aboutTopic topic: String, isName: (String) -> Bool) -> Complaint? {
    let known = Glassbox.commandNames + Function.all.map(\.name)
    guard !topic.isEmpty, !known.contains(topic), !isName(topic),
      !terms.contains(where: { $0.isCalled(topic) })
    else { return nil }
    return Complaint(
      offset: 1, what: "there is no help on `\(topic)`",
      remedy: Suggestion.question(for: topic, in: known + terms.flatMap(\.names))
        ?? "`?` lists what there is")
  }

  /// An option that no command has.
  func complaint(aboutOption option: String) -> Complaint? {
    guard !options.contains(option) else { return nil }
    return Complaint(
      offset: 0, what: "no command has the option `\(option)`",
      remedy: Suggestion.question(for: option, in: options) ?? "`glassbox help` lists the commands")
  }
}
