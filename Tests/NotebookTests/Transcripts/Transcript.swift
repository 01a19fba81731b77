import Foundation
import Testing

@testable import Notebook

/// A file of cells and all that they print: `Cells/NAME.txt`.
///
/// A line after `> ` is entered as a person would type it, `>` alone is an empty Enter, and `$PLACE`
/// is the fixture's folder. With `GLASSBOX_RECORD=1` what is printed now is written into the file.
struct Transcript {
  private let url: URL
  private let written: String
  /// What stands above the first cell.
  private let preface: String
  let cells: [String]

  /// - Parameter cells: for a transcript whose cells are not written by hand
  init(_ name: String, cells: [String]? = nil, file: String = #filePath) throws {
    url = Self.folder(file).appendingPathComponent(name + ".txt")
    written = try String(contentsOf: url, encoding: .utf8)
    let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
    preface = lines.prefix { !Self.isCell($0) }.joined(separator: "\n")
    self.cells = cells ?? lines.filter(Self.isCell).map { String($0.dropFirst(2)) }
  }

  /// Every transcript there is.
  static func all(file: String = #filePath) throws -> [Transcript] {
    try FileManager.default.contentsOfDirectory(atPath: folder(file).path).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { try Transcript(String($0.dropLast(4)), file: file) }
  }

  private static func folder(_ file: String) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Cells", isDirectory: true)
  }

  private static func isCell(_ line: Substring) -> Bool { line.hasPrefix("> ") || line == ">" }

  /// Enters the cells and compares the whole file with what comes out.
  func play(in session: Session, _ fixture: LessonFixture) throws {
    try compare { cell in
      let typed = cell.replacing("$PLACE", with: fixture.root.path)
      let printed = fixture.show(typed, in: session).replacing(fixture.root.path, with: "$PLACE")
      return Self.withoutTimes(printed)
    }
  }

  /// What truly varies in JSON, as `…`.
  private static func withoutTimes(_ text: String) -> String {
    text.replacing(/("(?:seconds\w*|tokensPerSecond)" : )[0-9.e+-]+/) { $0.output.1 + "…" }
  }

  /// Compares the whole file with what `output` gives for its cells.
  func compare(_ output: (String) throws -> String) throws {
    var text = preface
    for (index, cell) in cells.enumerated() {
      var lines = [cell.isEmpty ? ">" : "> " + cell]
      let printed = try output(cell)
      if !printed.isEmpty {
        lines.append(printed.hasSuffix("\n") ? String(printed.dropLast()) : printed)
      }
      text += (index == 0 && preface.isEmpty ? "" : "\n") + lines.joined(separator: "\n") + "\n"
    }
    if ProcessInfo.processInfo.environment["GLASSBOX_RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    } else if let difference = UnifiedDiff.text(
      from: written.components(separatedBy: "\n"), named: url.lastPathComponent,
      to: text.components(separatedBy: "\n"), named: "now")
    {
      Issue.record("\(difference)\nGLASSBOX_RECORD=1 records what is printed now")
    }
  }
}
