extension LessonDocument {
  /// As `run` prints it, on a page of 80 columns without colour.
  var plainText: String {
    let page = Page.transcript
    let text = LessonText(lesson, page: page)
    let shown = parts.map { part in
      switch part {
      case .heading(_, let number): return text.heading(of: number - 1)
      case .prose(let blocks): return MarkdownText(page: page).render(blocks)
      case .cell(let played):
        return ([text.input(played.cell, number: played.number)] + played.lines)
          .joined(separator: "\n")
      case .question(let prediction, _):
        let question = PredictionText(prediction, page: page)
        return [question.question, question.hint, question.solution].joined(separator: "\n")
      }
    }
    return ([text.title] + shown).joined(separator: "\n\n") + "\n"
  }

  /// Markdown for any forge, hints and answers folded away.
  var markdown: String {
    let text = LessonText(lesson, page: .transcript)
    let shown = parts.map { part in
      switch part {
      case .heading(let step, _): return Self.markdown(of: step)
      case .prose(let blocks): return source(of: blocks)
      case .cell(let played):
        let lines = [text.input(played.cell, number: played.number)] + played.lines
        let fence = Self.fence(around: lines)
        return ([fence + "text"] + lines + [fence]).joined(separator: "\n")
      case .question(let prediction, let number):
        return Self.markdown(of: prediction, number: number)
      }
    }
    return (["# " + lesson.front.title] + shown).joined(separator: "\n\n") + "\n"
  }

  /// A step's heading, where links to it lead.
  static func markdown(of step: LessonStep) -> String {
    "<a id=\"\(step.id)\"></a>\n\n## \(step.title)"
  }

  static func markdown(of prediction: Prediction, number: Int) -> String {
    func folded(_ summary: String, _ text: String) -> String {
      "<details><summary>\(summary)</summary>\n\n\(text)\n\n</details>"
    }
    return [
      "**Question \(number).** " + prediction.question,
      folded("Hint", prediction.hint),
      folded("Answer", prediction.answer + "\n\n" + prediction.because),
    ].joined(separator: "\n\n")
  }

  /// More backquotes than stand at the beginning of any of the lines.
  private static func fence(around lines: [String]) -> String {
    let longest = lines.map { $0.drop { $0 == " " }.prefix { $0 == "`" }.count }.max() ?? 0
    return String(repeating: "`", count: max(3, longest + 1))
  }
}

extension Prediction {
  /// A right answer as Markdown has code.
  var answer: String { solution.contains("`") ? "`` \(solution) ``" : "`\(solution)`" }
}
