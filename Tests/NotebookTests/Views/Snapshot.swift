import Foundation
import Testing

@testable import Notebook

/// Compares a whole text with the file `Snapshots/NAME.txt` beside the test; with
/// `GLASSBOX_RECORD=1` it writes the file instead. The escape character is kept as `␛`.
func expectSnapshot(_ text: String, _ name: String, file: String = #filePath) throws {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Snapshots", isDirectory: true)
  let url = folder.appendingPathComponent(name + ".txt")
  let written = text.replacing("\u{1B}", with: "␛") + "\n"
  if ProcessInfo.processInfo.environment["GLASSBOX_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try written.write(to: url, atomically: true, encoding: .utf8)
  } else {
    let expected = try String(contentsOf: url, encoding: .utf8)
    #expect(written == expected, "\(name): GLASSBOX_RECORD=1 records it anew")
  }
}

/// Columns of the longest line, colours not counted.
func widest(_ text: String) -> Int {
  text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "").split(separator: "\n")
    .map { displayWidth(of: String($0)) }.max() ?? 0
}
