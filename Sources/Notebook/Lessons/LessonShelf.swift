import Foundation

/// The lessons of a folder, by file name.
package struct LessonShelf {
  package private(set) var lessons: [Lesson] = []
  /// What is wrong with the files that could not be read; the others can be used all the same.
  package private(set) var broken: [any Error] = []

  /// Reads every Markdown file of the folder but a README; `name` stands before the file names in
  /// messages. A folder that cannot be read has no lessons.
  package init(folder: URL, name: String = "lessons") {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for file in names.sorted() where file.hasSuffix(".md") && file.lowercased() != "readme.md" {
      do {
        try add(LessonFile.load(folder.appendingPathComponent(file), as: "\(name)/\(file)"))
      } catch {
        broken.append(error)
      }
    }
  }

  /// Puts one more lesson on the shelf. Throws if its id is taken by another file.
  package mutating func add(_ lesson: Lesson) throws {
    if let earlier = lessons.first(where: { $0.id == lesson.id }) {
      throw lesson.source.error(
        line: 2, "the id `\(lesson.id)` belongs to \(earlier.source.file) already",
        "give this lesson an id of its own")
    }
    lessons.append(lesson)
  }

  /// The lesson that a person means: by id, by its number (`2`, `02`), by the beginning of its id
  /// if only one begins so, or by a path to a file. Throws `UnknownLesson` or what is wrong with
  /// the file.
  package func lesson(named name: String) throws -> Lesson {
    if let lesson = lessons.first(where: { $0.id == name }) { return lesson }
    if name.contains("/") || name.hasSuffix(".md") { return try lesson(at: name) }
    if let number = Int(name) {
      let matching = lessons.filter { Self.number(of: $0.id) == number }
      if matching.count == 1 { return matching[0] }
    } else if !name.isEmpty {
      let matching = lessons.filter { $0.id.hasPrefix(name) }
      if matching.count == 1 { return matching[0] }
    }
    throw UnknownLesson(name: name, known: lessons.map(\.id), broken: broken)
  }

  private func lesson(at path: String) throws -> Lesson {
    let location = URL(fileURLWithPath: path)
    return try LessonFile.load(location, as: path)
  }

  /// `2` for `02-tokenization`.
  private static func number(of id: String) -> Int? { Int(id.prefix { $0.isNumber }) }
}

/// No lesson goes by this name.
package struct UnknownLesson: Error, CustomStringConvertible {
  let name: String
  let known: [String]
  let broken: [any Error]

  package var description: String {
    var text = "there is no lesson '\(name)'"
    if let question = Suggestion.question(for: name, in: known) {
      text += "; \(question)"
    } else if known.isEmpty {
      text += ", nor any other; run Glassbox inside the project's folder or set GLASSBOX_HOME"
    } else {
      text += "; there are " + known.joined(separator: ", ")
    }
    for error in broken { text += "\nunreadable: \(error)" }
    return text
  }
}
