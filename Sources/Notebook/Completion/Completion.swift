/// What Tab offers at one place of a line.
package struct Completion: Equatable, Sendable {
  /// What follows a word that is the only one offered.
  package enum Ending: Sendable { case space, nothing }

  /// Where the word to be replaced begins, in UTF-8 bytes from the line's start.
  package var start: Int
  /// Whole words, sorted, each at most once.
  package var candidates: [String]
  /// True for file names, which the line editor quotes if need be and marks folders with `/`.
  package var areFiles: Bool
  package var ending: Ending

  package init(
    start: Int, candidates: [String], areFiles: Bool = false, ending: Ending = .space
  ) {
    self.start = start
    self.candidates = Array(Set(candidates)).sorted()
    self.areFiles = areFiles
    self.ending = ending
  }
}

/// What completion can offer beside commands, options and files; asked for only when Tab is typed.
package struct CompletionSources {
  /// Names that an expression may use: tensors, variables; functions end with `(`.
  package var names: () -> [String]
  /// The keys that a function's arguments can have, each with its colon.
  package var keys: (String) -> [String]
  package var lessons: () -> [String]
  /// The steps of the open lesson.
  package var steps: () -> [String]
  package var runs: () -> [String]
  /// Words of the field that have an explanation.
  package var terms: () -> [String]
  /// The folder that relative file names start from.
  package var workingFolder: String

  package init(
    names: @escaping () -> [String] = { [] },
    keys: @escaping (String) -> [String] = { _ in [] }, lessons: @escaping () -> [String] = { [] },
    steps: @escaping () -> [String] = { [] }, runs: @escaping () -> [String] = { [] },
    terms: @escaping () -> [String] = { [] },
    workingFolder: String = "."
  ) {
    self.names = names
    self.keys = keys
    self.lessons = lessons
    self.steps = steps
    self.runs = runs
    self.terms = terms
    self.workingFolder = workingFolder
  }
}
