/// The smallest part of a lesson that is played at once.
enum LessonMoment {
  case heading
  case prose([MarkdownBlock])
  case cell(ScriptCell)
  /// `key` names the question in the progress file.
  case prediction(Prediction, key: String)

  /// True for what waits for an Enter of its own.
  var isAction: Bool {
    switch self {
    case .heading, .prose: false
    case .cell, .prediction: true
    }
  }

  /// What a step consists of, beginning with its heading.
  static func moments(of step: LessonStep) -> [LessonMoment] {
    var questions = 0
    return [.heading]
      + step.pieces.map { piece in
        switch piece {
        case .prose(let blocks): return .prose(blocks)
        case .cell(let cell): return .cell(cell)
        case .prediction(let prediction):
          questions += 1
          return .prediction(prediction, key: "\(step.id)/\(questions)")
        }
      }
  }
}
