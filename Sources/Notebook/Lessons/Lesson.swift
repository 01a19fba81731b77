/// A lesson as its file says it.
package struct Lesson: Sendable {
  package let source: LessonSource
  package let front: FrontMatter
  /// The prose before the first step.
  package let introduction: [MarkdownBlock]
  /// At least one.
  package let steps: [LessonStep]

  package var id: String { front.id }

  /// All cells in the order of play.
  package var cells: [ScriptCell] {
    steps.flatMap(\.pieces).compactMap { piece in
      if case .cell(let cell) = piece { cell } else { nil }
    }
  }
}

extension Lesson {
  /// All questions in the order of play.
  package var predictions: [Prediction] {
    steps.flatMap(\.pieces).compactMap { piece in
      if case .prediction(let prediction) = piece { prediction } else { nil }
    }
  }
}

/// What stands under one `##` heading.
package struct LessonStep: Sendable {
  /// From `## Title {#id}`; stable, since progress is kept by it.
  package let id: String
  package let title: String
  package let line: Int
  package let pieces: [LessonPiece]

  /// True for small letters, digits and dashes.
  package static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}

/// What a step is made of, in the order of the file, which is the order of play.
package enum LessonPiece: Sendable {
  case prose([MarkdownBlock])
  case cell(ScriptCell)
  case prediction(Prediction)
}

/// A cell of a transcript and what it printed when the lesson was written.
package struct ScriptCell: Sendable, Equatable {
  /// The cell's lines as they are shown; the first line is the one after `> `.
  package let lines: [String]
  /// The line of `> ` in the file, counted from 1.
  package let line: Int
  /// The lines that it printed. No line at all is an empty text.
  package let output: [String]

  /// The cell as it is run.
  package var text: String { lines.joined(separator: "\n") }
  /// Whether the cell ended in an error that it did not end in when the lesson was written.
  func isAccident(_ result: CellResult) -> Bool {
    result.status == .badInput && result.text != output.joined(separator: "\n")
  }

  /// The numbers of the output's lines in the file; empty, but placed, if there are none.
  package var outputLines: Range<Int> {
    let first = line + lines.count
    return first..<(first + output.count)
  }
}

/// A question that is asked before the answer is shown.
package struct Prediction: Sendable, Equatable {
  package let line: Int
  package let question: String
  /// An expression over `answer` that must be true.
  package let check: String
  package let hint: String
  package let solution: String
  /// At least one answer that must not pass.
  package let wrong: [String]
  /// Why the solution is right, shown once it is found.
  package let because: String
}
