/// Tab: from a line and the cursor's place to the words that could stand there.
package struct Completer {
  private let root: CommandTree
  private let magics: CommandTree?
  private let sources: CompletionSources
  private let files: FileNames

  /// - Parameters:
  ///   - root: the commands
  ///   - magics: those whose names begin with `%`
  package init(root: CommandTree, magics: CommandTree? = nil, sources: CompletionSources) {
    self.root = root
    self.magics = magics
    self.sources = sources
    files = FileNames(workingFolder: sources.workingFolder)
  }

  /// The completion at a cursor `cursor` UTF-8 bytes behind the start of `line`.
  package func completion(of line: String, cursor: Int) -> Completion {
    let end = line.utf8.index(line.startIndex, offsetBy: cursor, limitedBy: line.endIndex)
    let typed = line[..<(end ?? line.endIndex)]
    if typed.hasPrefix("?") { return topic(typed) }
    if typed.hasPrefix("%time ") { return cell(behind: "%time ", typed) }
    let words = TypedWords(typed)
    guard let first = words.finished.first else { return beginning(typed, word: words.last) }
    let known = root.subcommand(named: first.text) ?? magics?.subcommand(named: first.text)
    guard var command = known else { return expression(typed, word: words.last) }
    var given = words.finished.dropFirst()
    while let next = given.first, let below = command.subcommand(named: next.text) {
      command = below
      given = given.dropFirst()
    }
    return argument(of: command, given: given.map(\.text), typed: typed, word: words.last)
  }

  /// A cell inside another one.
  private func cell(behind prefix: String, _ typed: Substring) -> Completion {
    let inner = String(typed.dropFirst(prefix.count))
    var found = completion(of: inner, cursor: inner.utf8.count)
    found.start += prefix.utf8.count
    return found
  }

  /// The first word of a cell: a command, a magic or the beginning of an expression.
  private func beginning(_ typed: Substring, word: TypedWords.Word) -> Completion {
    if word.text.hasPrefix("%") {
      let names = (magics?.subcommands ?? []).map(\.commandName)
      return Completion(
        start: word.start, candidates: names.filter { $0.hasPrefix(word.text) })
    }
    let commands = root.subcommands.map(\.commandName).filter { $0.hasPrefix(word.text) }
    let inExpression = expression(typed, word: word)
    guard !commands.isEmpty, inExpression.start == word.start else { return inExpression }
    if inExpression.candidates.isEmpty {
      return Completion(start: word.start, candidates: commands)
    }
    return Completion(
      start: word.start, candidates: commands + inExpression.candidates, ending: .nothing)
  }

  /// `?topic`: commands, magics, names and words of the field.
  private func topic(_ typed: Substring) -> Completion {
    let prefix = typed.dropFirst()
    let topics =
      (root.subcommands + (magics?.subcommands ?? [])).map(\.commandName)
      + sources.names().map(Self.withoutBracket) + sources.terms()
    return Completion(
      start: 1, candidates: DottedNames.continuations(of: String(prefix), in: topics),
      ending: .nothing)
  }

  private func argument(
    of command: CommandTree, given: [String], typed: Substring, word: TypedWords.Word
  ) -> Completion {
    if let option = given.last.flatMap(command.argument(spelled:)), option.kind == .option {
      return value(of: option, typed: typed, word: word)
    }
    if word.openQuote == nil, word.text.hasPrefix("-") {
      return options(of: command, given: given, typed: typed, word: word)
    }
    let subcommands = command.subcommands.map(\.commandName).filter { $0.hasPrefix(word.text) }
    if given.isEmpty, !subcommands.isEmpty {
      return Completion(start: word.start, candidates: subcommands)
    }
    let positionals = command.arguments.filter { $0.kind == .positional }
    let index = countOfPositionals(among: given, of: command)
    guard let declared = index < positionals.count ? positionals[index] : positionals.last else {
      return Completion(start: word.start, candidates: [])
    }
    guard index < positionals.count || declared.isRepeating else {
      return expression(typed, word: word)
    }
    return value(of: declared, typed: typed, word: word)
  }

  private func options(
    of command: CommandTree, given: [String], typed: Substring, word: TypedWords.Word
  ) -> Completion {
    if let equals = word.text.firstIndex(of: "="),
      let option = command.argument(spelled: String(word.text[..<equals]))
    {
      let begun = String(word.text[word.text.index(after: equals)...])
      let start = word.start + word.text[...equals].utf8.count
      return value(of: option, typed: typed, word: .init(text: begun, start: start))
    }
    let open = command.arguments.filter { argument in
      argument.shouldDisplay
        && (argument.isRepeating || !argument.spellings.contains(where: given.contains))
    }
    let spellings = open.flatMap(\.spellings).filter { $0.hasPrefix("--") }
    return Completion(
      start: word.start, candidates: spellings.filter { $0.hasPrefix(word.text) })
  }

  private func countOfPositionals(among given: [String], of command: CommandTree) -> Int {
    var count = 0
    var isValue = false
    for word in given {
      if isValue {
        isValue = false
      } else if word.hasPrefix("-") {
        isValue = command.argument(spelled: word)?.kind == .option
      } else {
        count += 1
      }
    }
    return count
  }

  private func value(
    of argument: CommandTree.Argument, typed: Substring, word: TypedWords.Word
  ) -> Completion {
    func matching(_ words: [String]) -> Completion {
      Completion(start: word.start, candidates: words.filter { $0.hasPrefix(word.text) })
    }
    switch argument.value {
    case .words(let words): return matching(words)
    case .file(let extensions):
      var found = fileNames(word, extensions: extensions)
      if argument.valueName == "lesson" {
        found.candidates = matching(sources.lessons() + found.candidates).candidates
      }
      return found
    case .folder: return fileNames(word, foldersOnly: true)
    case .unstated:
      switch argument.valueName {
      case "lesson": return matching(sources.lessons())
      case "run", "runs": return matching(sources.runs())
      case "count": return matching([])
      case "step": return matching(sources.steps())
      case "expression-over-steps":
        return expression(typed, word: word, besides: RecordName.allCases.map(\.rawValue))
      case "run-or-value":
        let names = expression(typed, word: word)
        let runs = matching(sources.runs()).candidates
        guard !runs.isEmpty, names.start == word.start else { return names }
        let values = names.areFiles ? [] : names.candidates
        return Completion(start: word.start, candidates: runs + values, ending: .nothing)
      default: return expression(typed, word: word)
      }
    }
  }

  /// A name inside an expression, or a file in quotes or with a slash.
  /// - Parameter others: names that are known here besides the session's
  private func expression(
    _ typed: Substring, word: TypedWords.Word, besides others: [String] = []
  ) -> Completion {
    if word.openQuote != nil || word.text.hasPrefix("~") || word.text.hasPrefix("/")
      || word.text.hasPrefix("./") || word.text.hasPrefix("../")
    {
      return fileNames(word)
    }
    let name = typed.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let prefix = String(String(name).reversed())
    let start = typed.utf8.count - prefix.utf8.count
    let keys =
      FunctionCall(openAtEndOf: typed.dropLast(prefix.count))
      .map { sources.keys($0.name) } ?? []
    let found =
      DottedNames.continuations(of: prefix, in: sources.names() + others)
      + keys.filter { $0.hasPrefix(prefix) }
    if found.isEmpty, start == word.start, !prefix.isEmpty { return fileNames(word) }
    return Completion(start: start, candidates: found, ending: .nothing)
  }

  private func fileNames(
    _ word: TypedWords.Word, extensions: [String] = [], foldersOnly: Bool = false
  ) -> Completion {
    let found = files.candidates(
      for: word.text, extensions: extensions, foldersOnly: foldersOnly)
    return Completion(start: word.start, candidates: found, areFiles: true)
  }

  private static func withoutBracket(_ name: String) -> String {
    name.hasSuffix("(") ? String(name.dropLast()) : name
  }
}
