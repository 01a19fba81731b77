import Foundation

/// Reads a lesson: Markdown with front matter, one step a `##` heading, transcripts in `glassbox`
/// fences and questions in `predict` fences. Any other fence is a piece of code to look at.
package enum LessonFile {
  /// Throws a `LessonError` with the place of the first thing that is wrong.
  package static func parse(_ source: LessonSource) throws -> Lesson {
    let front = try FrontMatter(of: source)
    let blocks = try MarkdownParser.blocks(of: source, skipping: front.lastLine)
    var introduction: [MarkdownBlock] = []
    var steps: [LessonStep] = []
    var heading: StepHeading?
    var pieces: [LessonPiece] = []
    func finishStep() {
      guard let heading else { return }
      steps.append(
        LessonStep(id: heading.id, title: heading.title, line: heading.line, pieces: pieces))
      pieces = []
    }
    for block in blocks {
      if case .heading(level: 2, _) = block.kind {
        finishStep()
        let next = try StepHeading(block, in: source)
        try checkUnique(next, among: steps, in: source)
        heading = next
        continue
      }
      let parts = try self.pieces(of: block, in: source)
      if heading != nil {
        for part in parts { append(part, to: &pieces) }
      } else if case .prose(let prose)? = parts.first, parts.count == 1 {
        introduction.append(contentsOf: prose)
      } else {
        throw source.error(
          line: block.firstLine, "a fence stands before the first step",
          "put a heading such as `## First look {#first-look}` above it")
      }
    }
    finishStep()
    guard !steps.isEmpty else {
      throw source.error(
        line: front.lastLine, "the lesson has no step",
        "add a heading such as `## First look {#first-look}`")
    }
    return Lesson(source: source, front: front, introduction: introduction, steps: steps)
  }

  /// Reads and parses the file at `location`; `file` is its name in messages.
  package static func load(_ location: URL, as file: String) throws -> Lesson {
    try parse(LessonSource.read(location, as: file))
  }

  private static func pieces(
    of block: MarkdownBlock, in source: LessonSource
  ) throws -> [LessonPiece] {
    guard case .code(let info?, _) = block.kind else {
      try refuseInnerFences([block], in: source)
      return [.prose([block])]
    }
    let fence = try Fence(block, info: info, in: source)
    switch fence.kind {
    case "glassbox": return try TranscriptFence.cells(of: fence, in: source).map { .cell($0) }
    case "predict": return [.prediction(try PredictionFence.prediction(of: fence, in: source))]
    default: return [.prose([block])]
    }
  }

  private static func append(_ piece: LessonPiece, to pieces: inout [LessonPiece]) {
    if case .prose(let more) = piece, case .prose(let prose)? = pieces.last {
      pieces[pieces.count - 1] = .prose(prose + more)
    } else {
      pieces.append(piece)
    }
  }

  /// A transcript in a list or a quotation has no clean lines that `promote` could rewrite.
  private static func refuseInnerFences(_ blocks: [MarkdownBlock], in source: LessonSource) throws {
    for block in blocks {
      switch block.kind {
      case .code(let info?, _) where ["glassbox", "predict"].contains(Fence.kind(of: info)):
        throw source.error(
          line: block.firstLine, column: block.column,
          "a `\(Fence.kind(of: info))` fence stands inside a list or a quotation",
          "put it at the left margin")
      case .list(_, let items): for item in items { try refuseInnerFences(item, in: source) }
      case .quote(let inner): try refuseInnerFences(inner, in: source)
      default: break
      }
    }
  }

  private static func checkUnique(
    _ heading: StepHeading, among steps: [LessonStep], in source: LessonSource
  ) throws {
    guard let earlier = steps.first(where: { $0.id == heading.id }) else { return }
    throw source.error(
      line: heading.line, column: heading.column,
      "the step id `\(heading.id)` is used already on line \(earlier.line)",
      "give this step an id of its own")
  }
}
