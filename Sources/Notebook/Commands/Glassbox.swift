import ArgumentParser

/// The root of all commands; with none, the program opens the notebook.
package struct Glassbox: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "glassbox",
    abstract: "A notebook in which you train and use a small language model and see inside it.",
    version: "0.1.0",
    subcommands: commands)

  /// Every command, in the order in which help lists them.
  package static let commands: [any CellCommand.Type] = [
    Collect.self, Prepare.self, Extract.self, Clean.self, Deduplicate.self, Filter.self,
    Redact.self, Split.self,
    DocumentCommand.self, Corpus.self, DataCommand.self,
    TokenizerCommand.self, MergeCommand.self, Encode.self, Decode.self, FertilityCommand.self,
    Lessons.self, LessonCommand.self, Open.self, Next.self, Back.self, GoTo.self, Restart.self,
    Hint.self, Solution.self, Skip.self, Run.self, ProgressCommand.self, Check.self, Promote.self,
    Lint.self, New.self,
    NewModel.self, Train.self, StepCommand.self, FineTune.self, ReplayCommand.self, Runs.self,
    Losses.self, Evaluate.self,
    TravelCommand.self, First.self, Last.self, Worst.self, When.self, Track.self, Bisect.self,
    Fork.self, Diff.self, Blame.self,
    Leave.self,
    Export.self, Forward.self, Predict.self, Logits.self, Generate.self, Chat.self,
    CostCommand.self, Bench.self,
    Show.self, Why.self, Heat.self, Attention.self, Hist.self, Stats.self, Names.self, Params.self,
    Plot.self, Lens.self, Ablate.self, Patch.self, Flow.self,
    Save.self,
  ]

  /// The words that call them.
  package static let commandNames = commands.map { $0.name }

  package init() {}
}
