import Foundation

/// A lesson made of cells that were tried in the notebook: valid as it is, with the prose to be
/// written.
struct LessonDraft {
  let text: String
  /// How many cells it has.
  let count: Int

  /// Takes of `records` those that a lesson can have. Throws a `MagicMistake` if there are none,
  /// or one prints what no transcript can hold.
  init(_ records: [CellRecord], named file: String, in session: Session) throws {
    let kept = records.filter { Self.isForLesson($0, in: session) }
    guard !kept.isEmpty else {
      throw MagicMistake("there is no cell among these that a lesson can have")
    }
    let id = Self.id(of: file)
    var lines = [
      "---", "id: \(id)", "title: \"\(id)\"", "minutes: 5", "seed: \(session.desk.seed)", "---", "",
      "Say here what the reader will see.", "", "## First look {#first-look}", "",
      "Say here what the cells do.", "", "```glassbox",
    ]
    let numbers = Dictionary(
      uniqueKeysWithValues: kept.enumerated().map { ($0.element.number, $0.offset + 1) })
    for record in kept {
      let cell = Self.renumbered(record, numbers, in: session)
        .split(separator: "\n", omittingEmptySubsequences: false)
      lines += cell.enumerated().map { ($0.offset == 0 ? "> " : ". ") + $0.element }
      lines += try Self.outputLines(of: record)
    }
    lines.append("```")
    text = lines.joined(separator: "\n") + "\n"
    count = kept.count
    let source: LessonSource
    do {
      source = try LessonSource(file: file, bytes: Data(text.utf8))
      guard try LessonFile.parse(source).cells.count == count else {
        throw MagicMistake("these cells cannot stand in one transcript")
      }
    } catch let error as LessonError {
      throw MagicMistake("these cells make no lesson: \(error)")
    }
  }

  private static func isForLesson(_ record: CellRecord, in session: Session) -> Bool {
    guard record.status != .interrupted else { return false }
    switch session.kind(of: record.text) {
    case .blank, .magic: return false
    case .command(let name): return !LessonMove.namesBarredFromLessons.contains(name)
    case .help, .assignment, .unknownCommand, .expression: return true
    }
  }

  /// `My Shapes.md` as an id: `my-shapes`.
  private static func id(of file: String) -> String {
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let words = name.lowercased().split { !LessonStep.isID(String($0)) || $0 == "-" }
    return words.isEmpty ? "draft" : words.joined(separator: "-")
  }

  /// The cell with `Out[n]` and `In[n]` as the draft counts its cells.
  private static func renumbered(
    _ record: CellRecord, _ numbers: [Int: Int], in session: Session
  ) -> String {
    switch session.kind(of: record.text) {
    case .expression, .assignment: break
    case .command(let name) where session.isExpression(name): break
    default: return record.text
    }
    return record.text.replacing(#/\b(Out|In)\[(\d+)\]/#) { match in
      guard let old = Int(match.output.2), let new = numbers[old] else {
        return String(match.output.0)
      }
      return "\(match.output.1)[\(new)]"
    }
  }

  private static func outputLines(of record: CellRecord) throws -> [String] {
    let output = record.output.hasSuffix("\n") ? String(record.output.dropLast()) : record.output
    let cell = ScriptCell(
      lines: record.text.split(separator: "\n").map(String.init), line: record.number, output: [])
    do {
      return try TranscriptFence.lines(of: output, for: cell, in: LessonSource(lines: []))
    } catch let error as LessonError {
      throw MagicMistake("cell \(record.number): \(error.what); leave it out")
    }
  }
}
