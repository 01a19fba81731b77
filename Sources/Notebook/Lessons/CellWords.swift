/// What a cell's words say about the workspace, told without running it.
struct CellWords {
  /// Runs that the cell records.
  private(set) var runsMade: [String] = []
  /// Runs that must be there before.
  private(set) var runsUsed: [String] = []
  /// The tokenizer that it saves under a name of its own.
  private(set) var tokenizerMade: String?

  /// Nothing is known of a cell that is no command, or one with a mistake in it.
  init(_ cell: String) {
    guard let words = try? ShellWords.split(cell),
      let command = (try? Glassbox.parseAsRoot(words)) as? any CellCommand
    else { return }
    if let run = Self.option("--run", in: words) { runsUsed.append(run) }
    switch command {
    case let train as Train: runsMade = [train.name]
    case let tune as FineTune: runsMade = [tune.name]
    case let replay as ReplayCommand: runsUsed.append(replay.name)
    case let travel as TravelCommand: runsUsed += [travel.name].compactMap { $0 }
    case let fork as Fork: runsMade = [fork.name]
    case let diff as Diff: runsUsed += [diff.one, diff.other]
    case let losses as Losses: runsUsed += losses.runs
    case let plot as Plot: runsUsed += plot.runs ?? []
    case let export as Export: runsUsed.append(export.run)
    case let tokenizer as TokenizerCommand: tokenizerMade = tokenizer.show ? nil : tokenizer.name
    default: break
    }
  }

  /// The value of `--name value` or `--name=value`.
  private static func option(_ name: String, in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == name, index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
    }
    return nil
  }
}
