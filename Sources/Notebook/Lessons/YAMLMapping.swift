import Yams

/// A YAML mapping inside a lesson file, whose every error is one at a place of that file.
struct YAMLMapping {
  private let source: LessonSource
  private let place: String
  private let firstLine: Int
  private var values: [String: Node] = [:]
  private var lines: [String: Int] = [:]

  /// - Parameters:
  ///   - firstLine: The number of the first of `lines` in the file.
  ///   - place: What the mapping is, for messages: `the front matter`.
  ///   - keys: All keys that are allowed.
  init(
    lines: ArraySlice<String>, firstLine: Int, source: LessonSource, place: String, keys: [String]
  ) throws {
    self.source = source
    self.place = place
    self.firstLine = firstLine
    let listed = keys.map { "`\($0)`" }.joined(separator: ", ")
    let root = try Self.compose(Array(lines), firstLine: firstLine, source: source)
    guard let mapping = root?.mapping else {
      throw source.error(
        line: firstLine, "\(place) is not a list of `key: value` lines", "its keys are \(listed)")
    }
    for (key, value) in mapping {
      let line = firstLine + (key.mark?.line ?? 1) - 1
      guard let name = key.string, keys.contains(name) else {
        throw source.error(
          line: line, column: key.mark?.column ?? 1,
          "\(place) has no key `\(key.string ?? "?")`", "its keys are \(listed)")
      }
      values[name] = value
      self.lines[name] = line
    }
  }

  private static func compose(
    _ lines: [String], firstLine: Int, source: LessonSource
  ) throws -> Node? {
    let remedy = "put a text that has `: ` or other signs in it between quotes"
    do {
      return try Yams.compose(yaml: lines.joined(separator: "\n") + "\n")
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        let line = min(firstLine + mark.line - 1, firstLine + max(lines.count - 1, 0))
        throw source.error(
          line: line, column: mark.column, "this is not YAML: \(problem)", remedy)
      case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.sorted().map { "`\($0)`" }.joined(separator: ", ")
        throw source.error(
          line: firstLine + context.mark.line - 1, column: context.mark.column,
          "the key \(names) is given twice", "keep one")
      default:
        throw source.error(line: firstLine, "this is not YAML", remedy)
      }
    }
  }

  /// The line of a key, or of the mapping's beginning if it is not there.
  func line(of key: String) -> Int { lines[key] ?? firstLine }

  /// A text that must be there.
  func text(_ key: String) throws -> String {
    guard let text = try optionalText(key) else {
      throw source.error(line: firstLine, "\(place) has no `\(key):`", "add `\(key): …`")
    }
    return text
  }

  /// A text that may be missing.
  func optionalText(_ key: String) throws -> String? {
    guard let node = values[key] else { return nil }
    guard let text = node.scalar?.string, !text.allSatisfy(\.isWhitespace) else {
      throw wrongType(key, node, "a text")
    }
    return text
  }

  /// A text or a list of texts, at least one.
  func texts(_ key: String) throws -> [String] {
    guard let sequence = values[key]?.sequence else { return [try text(key)] }
    let texts = sequence.compactMap { $0.scalar?.string }
    guard texts.count == sequence.count, !texts.isEmpty else {
      throw wrongType(key, .sequence(sequence), "a text or a list of texts")
    }
    return texts
  }

  /// An id: small letters, digits and dashes.
  func name(_ key: String) throws -> String {
    let text = try text(key)
    guard LessonStep.isID(text) else {
      throw wrongType(key, values[key], "an id of small letters, digits and dashes")
    }
    return text
  }

  /// A list of ids, empty if the key is missing.
  func names(_ key: String) throws -> [String] {
    guard let node = values[key] else { return [] }
    guard let names = node.sequence?.map({ $0.scalar?.string ?? "" }),
      names.allSatisfy(LessonStep.isID)
    else { throw wrongType(key, node, "a list of lesson ids, such as [01-data]") }
    return names
  }

  /// A whole number in a range.
  func number<Number: FixedWidthInteger>(
    _ key: String, as type: Number.Type, range: ClosedRange<Number>
  ) throws -> Number {
    let text = try text(key)
    guard let number = Number(text), range.contains(number) else {
      throw wrongType(
        key, values[key], "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private func wrongType(_ key: String, _ node: Node?, _ wanted: String) -> LessonError {
    source.error(
      line: line(of: key), column: node?.mark?.column ?? 1, "`\(key)` is not \(wanted)",
      "write \(wanted) after `\(key):`")
  }
}
