import Foundation
import Yams

/// A word of the field, for `?word`.
package struct Term: Codable, Equatable, Sendable {
  /// What it is called, and other names for the same.
  package let term: String
  package let also: [String]?
  /// Further words that lead to it.
  package let finds: [String]?
  /// What it means, in a sentence or a few.
  package let means: String
  /// A cell that shows it on a trained model.
  package let see: String?
  /// Where it is taught, as `03-training#step`.
  package let lesson: String?

  /// All words that lead to it.
  package var names: [String] { [term] + (also ?? []) + (finds ?? []) }

  /// Whether it is what somebody means by `word`: capitals, blanks, hyphens and a plural's s do not
  /// matter.
  func isCalled(_ word: String) -> Bool {
    let asked = Self.plain(word)
    return names.map(Self.plain).contains { $0 == asked || $0 + "s" == asked }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { !" -_".contains($0) }
  }

  func text(on page: Page) -> String {
    let title = term + (also.map { "  (\($0.joined(separator: ", ")))" } ?? "")
    var lines =
      Prose.lines(of: title, width: page.width) + Prose.lines(of: means, width: page.width)
    if let see { lines.append("see     \(see)") }
    if let lesson { lines.append("lesson  \(lesson)") }
    return lines.joined(separator: "\n")
  }
}

/// The words that `data/terms.yaml` explains, in the order of the alphabet.
package struct TermList: Codable, Sendable {
  package let terms: [Term]

  /// A list that cannot be read.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads the list; content without one explains no words. Throws `Unreadable`.
  package init(contentsOf file: URL) throws {
    guard FileManager.default.fileExists(atPath: file.path) else {
      terms = []
      return
    }
    do {
      self = try YAMLDecoder().decode(TermList.self, from: Data(contentsOf: file))
    } catch {
      throw Unreadable(description: "\(file.relativePath) is not a list of terms: \(error)")
    }
  }
}

extension Session {
  /// The words that `?word` explains.
  package func terms() throws -> [Term] {
    try TermList(contentsOf: home.data.appendingPathComponent("terms.yaml")).terms
  }
}
