import Foundation

/// The cells of a lesson, or of a plain file, to be run one after the other.
struct CellScript {
  struct Cell {
    let text: String
    /// Where it begins in the file, counted from 1.
    let line: Int
    /// Whether its error is what the lesson wants to show.
    let mayFail: Bool
  }

  let name: String
  let cells: [Cell]
  /// The lesson's.
  let seed: UInt64?

  /// The longest file of cells, in bytes.
  private static let sizeLimit = 1 << 20

  /// A file by its path, or a lesson by id, number or path. Throws what is wrong with it.
  init(named name: String, in session: Session) throws {
    if !name.hasSuffix(".md"), Self.isFile(name) {
      self.name = name
      cells = Self.cells(of: try Self.text(of: name), in: session)
      seed = nil
      return
    }
    let lesson = try LessonShelf(folder: session.home.lessons).lesson(named: name)
    self.name = lesson.source.file
    seed = lesson.front.seed
    cells = lesson.cells.map { cell in
      Cell(
        text: cell.text, line: cell.line,
        mayFail: cell.output.first?.hasPrefix("error: ") ?? false)
    }
  }

  private static func isFile(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  private static func text(of path: String) throws -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let size = attributes?[.size] as? Int, size <= sizeLimit else {
      throw MagicMistake("\(path) is larger than \(sizeLimit) bytes: no file of cells")
    }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else { throw MagicMistake("\(path) is no text in UTF-8 that can be read") }
    return text
  }

  private static func cells(of text: String, in session: Session) -> [Cell] {
    var cells: [Cell] = []
    var open: (lines: CellLines, first: Int)?
    func close() {
      guard let (lines, first) = open else { return }
      open = nil
      guard session.kind(of: lines.text) != .blank else { return }
      cells.append(Cell(text: lines.text, line: first, mayFail: false))
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if open == nil {
        open = (CellLines(String(line)), index + 1)
      } else {
        open?.lines.add(String(line))
      }
      if let lines = open?.lines, !session.isUnfinished(lines) { close() }
    }
    close()
    return cells
  }
}
