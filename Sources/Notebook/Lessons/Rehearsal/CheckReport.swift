/// What came of comparing lessons with what they do today.
struct CheckReport: Report {
  /// One lesson's outcome.
  struct Item: Encodable {
    enum Outcome: String, Encodable { case same, different, malformed, played }
    let file: String
    let outcome: Outcome
    let cells: Int
    let predictions: Int
    /// A unified diff; nil if the transcripts are the same.
    var difference: String?
    /// What is wrong with the file or its questions.
    var errors: [String] = []
    let seconds: Varying
  }

  /// True if every item was shown as it came.
  let isStreamed: Bool
  var items: [Item] = []

  private enum CodingKeys: String, CodingKey { case items = "lessons" }

  /// 2 if a lesson is malformed, else 1 if one differs.
  var status: CellResult.Status {
    if items.contains(where: { $0.outcome == .malformed }) { return .badInput }
    return items.contains { $0.outcome == .different } ? .checkFailed : .done
  }

  func text(on page: Page) -> String {
    ((isStreamed ? [] : items.map { $0.text(on: page) }) + [summary]).joined(separator: "\n")
  }

  private var summary: String {
    let compared = items.filter { $0.outcome != .played }
    let same = compared.count { $0.outcome == .same }
    let claim = compared.count == 1 ? "lesson does what it says" : "lessons do what they say"
    guard same < compared.count else { return "\(same) \(claim)" }
    let different = compared.filter { $0.outcome == .different && $0.difference != nil }
    let advice =
      different.isEmpty
      ? ""
      : "\nif what is printed now is right: glassbox promote "
        + different.map(\.file).joined(separator: " ")
    return "\(same) of \(compared.count) \(claim)" + advice
  }
}

extension CheckReport.Item {
  init(_ lesson: Lesson, _ performance: Result<LessonPerformance, LessonError>, isWanted: Bool) {
    file = lesson.source.file
    cells = lesson.cells.count
    predictions = lesson.predictions.count
    switch performance {
    case .failure(let error):
      outcome = .malformed
      errors = [error.description]
      seconds = Self.duration(0)
    case .success(let performance):
      seconds = Self.duration(performance.seconds)
      difference = isWanted ? performance.difference : nil
      errors = isWanted ? performance.failures.map(\.description) : []
      let isSame = difference == nil && errors.isEmpty
      outcome = isWanted ? (isSame ? .same : .different) : .played
    }
  }

  /// A lesson that cannot be read.
  init(broken error: any Error) {
    file = (error as? LessonError)?.file ?? ""
    outcome = .malformed
    cells = 0
    predictions = 0
    errors = [String(describing: error)]
    seconds = Self.duration(0)
  }

  private static func duration(_ seconds: Double) -> Varying {
    Varying(seconds) { "\(($0 * 10).rounded() / 10) s" }
  }

  func text(on page: Page) -> String {
    let verdict =
      switch outcome {
      case .same: "same"
      case .different: "DIFFERENT"
      case .malformed: "MALFORMED"
      case .played: "played, for the lessons that need it"
      }
    var lines = file.isEmpty ? [] : ["\(file): \(verdict)"]
    if outcome != .malformed {
      lines[0] +=
        " (\(LessonText.count(cells, "cell")), \(LessonText.count(predictions, "question")),"
        + " \(seconds.text(on: page)))"
    }
    lines += errors
    if let difference { lines.append(difference) }
    return lines.joined(separator: "\n")
  }
}
