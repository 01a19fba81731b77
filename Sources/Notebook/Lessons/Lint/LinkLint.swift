import Foundation

/// Whether a link leads anywhere. Addresses in the network are taken as they are.
struct LinkLint {
  let shelf: LessonShelf

  func fault(of link: LessonProse.Piece, in lesson: Lesson) -> LessonError? {
    guard let (what, remedy) = complaint(about: link.text, in: lesson) else { return nil }
    return lesson.source.error(line: link.line, column: link.column, what, remedy)
  }

  private func complaint(about address: String, in lesson: Lesson) -> (String, String)? {
    guard !address.isEmpty else { return ("the link leads nowhere", "write where it leads") }
    if let scheme = address.wholeMatch(of: #/([A-Za-z][A-Za-z0-9+.\-]*):.*/#)?.output.1 {
      return ["http", "https", "mailto"].contains(scheme.lowercased())
        ? nil : ("the link has the scheme `\(scheme)`", "link to a file or an https address")
    }
    guard !address.hasPrefix("/") else {
      return (
        "the link `\(address)` leads to one machine only",
        "write it relative to the lesson's folder"
      )
    }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0]).removingPercentEncoding ?? String(parts[0])
    let folder = lesson.source.location.deletingLastPathComponent()
    let target = path.isEmpty ? lesson.source.location : folder.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: target.path) else {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return (
        "the link leads to `\(path)`, which does not exist",
        Suggestion.question(for: path, in: names.sorted()) ?? "correct it"
      )
    }
    guard parts.count == 2, let known = anchors(of: target, in: lesson) else { return nil }
    let anchor = String(parts[1])
    guard !known.contains(anchor) else { return nil }
    return (
      "the link leads to `#\(anchor)`, which does not exist",
      Suggestion.question(for: anchor, in: known)
        ?? "there are " + known.map { "#" + $0 }.joined(separator: ", ")
    )
  }

  /// Where a link can lead inside a file: to a lesson's steps, or to the headings of other Markdown;
  /// nil if that cannot be told.
  private func anchors(of file: URL, in lesson: Lesson) -> [String]? {
    let path = file.standardizedFileURL.path
    if let target = ([lesson] + shelf.lessons).first(where: {
      $0.source.location.standardizedFileURL.path == path
    }) {
      return target.steps.map(\.id)
    }
    guard file.pathExtension == "md", let source = try? LessonSource.read(file, as: path),
      let blocks = try? MarkdownParser.blocks(of: source, skipping: 0)
    else { return nil }
    return blocks.compactMap { block in
      guard case .heading = block.kind else { return nil }
      return Self.anchor(of: source.lines[block.firstLine - 1])
    }
  }

  /// `## What a step is` has the anchor `what-a-step-is`.
  private static func anchor(of heading: String) -> String {
    heading.lowercased().drop { $0 == "#" || $0 == " " }.compactMap { letter -> String? in
      if letter == " " { return "-" }
      return letter.isLetter || letter.isNumber || letter == "-" || letter == "_"
        ? String(letter) : nil
    }.joined()
  }
}
