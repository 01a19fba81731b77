/// Whether the commands, options and tensors that prose names between backticks exist. Any other code
/// is taken as it is, and so is what has an ellipsis in it.
struct ProseLint {
  private let lesson: Lesson
  private let words: WordLint
  private let shelf: LessonShelf
  private let variables: [String]

  init(_ lesson: Lesson, words: WordLint, shelf: LessonShelf) {
    self.lesson = lesson
    self.words = words
    self.shelf = shelf
    variables = LessonVariables(lesson).all
  }

  func faults(in prose: LessonProse) -> [LessonError] {
    prose.codes.compactMap { code in
      complaint(about: code.text).map { complaint in
        lesson.source.error(
          line: code.line, column: code.column + complaint.offset, complaint.what, complaint.remedy)
      }
    }
  }

  private func complaint(about code: String) -> WordLint.Complaint? {
    guard !code.contains("…") else { return nil }
    let program = "glassbox "
    if code.hasPrefix(program) {
      return complaint(about: String(code.dropFirst(program.count)))?.moved(by: program.count)
    }
    let parts = code.split(separator: " ").map(String.init)
    guard let first = parts.first else { return nil }
    if first.hasPrefix("--"), first.count > 2 {
      return words.complaint(aboutOption: String(first.prefix { $0 != "=" }))
    }
    if first.hasPrefix("?"), first.count > 1 {
      return words.complaint(about: code, variables: variables)
    }
    // A command's name alone only names it.
    if parts.count > 1, Glassbox.commandNames.contains(first) {
      return words.complaint(aboutCommand: code, variables: variables)
    }
    let root = first.prefix { $0 != "." && $0 != "[" }
    guard first.contains("."), TensorGuide.roots.contains(String(root)) else { return nil }
    return words.complaint(aboutNames: Self.inBlockZero(code), variables: variables)
  }

  /// `blocks.N.attn.q` and `blocks.*.attn.q` speak of any block.
  private static func inBlockZero(_ code: String) -> String {
    code.replacing(#/\bblocks\.(?:[A-Za-z]|\*)\./#, with: "blocks.0.")
  }
}
