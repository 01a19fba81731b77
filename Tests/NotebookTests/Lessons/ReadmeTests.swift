import Foundation
import Testing

/// What the README shows of the lessons is what they print, in their order.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func itsCellsAndOutputAreTheLessons() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("lessons").path)
    var lessons = try names.filter { $0.hasSuffix(".md") }.sorted()
      .flatMap { try lines(of: "lessons/\($0)") }[...]
    let cells = try shownCells()
    #expect(cells.count > 5)
    for (cell, output) in cells {
      // The first cell from here on that prints this.
      let place = lessons.indices.first { place in
        lessons[place].hasPrefix("> \(cell)")
          && contains(lessons[(place + 1)...].prefix { !$0.hasPrefix("> ") }, output[...])
      }
      let found = try #require(place, "no lesson goes on with \"\(cell)\" and this output")
      lessons = lessons[found...]
    }
  }

  /// The cells of the README, each with the lines that follow it.
  private func shownCells() throws -> [(cell: Substring, output: [Substring])] {
    var cells: [(Substring, [Substring])] = []
    for line in try lines(of: "README.md").drop(while: { !$0.hasPrefix("    In [") })
      .prefix(while: { !$0.hasPrefix("#") }) where !line.isEmpty
    {
      let text = line.dropFirst(4)
      if text.hasPrefix("In ["), let end = text.firstRange(of: "]: ") {
        cells.append((text[end.upperBound...], []))
      } else {
        cells[cells.count - 1].1.append(text)
      }
    }
    return cells
  }

  /// Whether some lines have others among them, in their order.
  private func contains(
    _ lines: ArraySlice<Substring>, _ others: ArraySlice<Substring>
  ) -> Bool {
    guard let first = others.first else { return true }
    guard let place = lines.firstIndex(of: first) else { return false }
    return contains(lines[(place + 1)...], others.dropFirst())
  }

  private func lines(of file: String) throws -> [Substring] {
    try String(contentsOf: Self.root.appendingPathComponent(file), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
