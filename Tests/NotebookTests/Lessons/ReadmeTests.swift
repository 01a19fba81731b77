import Foundation
import Testing

/// What the README shows of the lessons is what they print.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func itsCellsAndOutputAreTheLessons() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("lessons").path)
    let lessons = try names.filter { $0.hasSuffix(".md") }.map { try lines(of: "lessons/\($0)") }
      .joined()
    let shown = try lines(of: "README.md").drop { !$0.hasPrefix("    In [") }
      .prefix { !$0.hasPrefix("#") }.filter { !$0.isEmpty }
    #expect(shown.count > 15)
    for line in shown {
      let text = line.dropFirst(4)
      let cell = text.hasPrefix("In [") ? text.firstRange(of: "]: ") : nil
      let looked = cell.map { "> " + text[$0.upperBound...] } ?? String(text)
      #expect(
        lessons.contains { cell == nil ? $0 == looked : $0.hasPrefix(looked) },
        "no lesson has \"\(looked)\"")
    }
  }

  private func lines(of file: String) throws -> [Substring] {
    try String(contentsOf: Self.root.appendingPathComponent(file), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
