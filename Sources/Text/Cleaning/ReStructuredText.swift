/// Light clean-up of reStructuredText (docutils, Sphinx): the words stay, the machinery goes.
package enum ReStructuredText {
  /// The text with `#` headings, without roles, labels and directives that print nothing, and how
  /// many directives and headings were met.
  package static func extract(_ text: String) -> (text: String, directives: Int, headings: Int) {
    var renderer = ReStructuredRenderer()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    renderer.render(lines[...], depth: 0)
    return (
      renderer.output.joined(separator: "\n") + "\n", renderer.directives, renderer.headings
    )
  }
}

/// Walks the lines of a block; the body of a directive is a block of its own.
private struct ReStructuredRenderer {
  private(set) var output: [String] = []
  private(set) var directives = 0
  private(set) var headings = 0
  private var adornments: [String] = []

  /// Blocks nested deeper are copied as they are.
  private static let deepest = 20

  mutating func render(_ lines: ArraySlice<Substring>, depth: Int) {
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      let indent = Self.indent(line)
      let content = line.dropFirst(indent)
      if content == ".." || content.hasPrefix(".. ") {
        let end = Self.endOfBody(lines, after: index, indent)
        renderDirective(content.dropFirst(3), lines[(index + 1)..<end], depth)
        index = end
      } else if let level = headingLevel(lines, at: index) {
        headings += 1
        let marks = String(repeating: "#", count: min(6, level.rank))
        output.append("\(marks) \(ReStructuredInline.plain(level.title))")
        index = level.end
      } else {
        appendPlain(line, content)
        index += 1
      }
    }
  }

  private mutating func appendPlain(_ line: Substring, _ content: Substring) {
    if content == "::" { return }
    // A lone line of dashes parts sections; it has no words.
    if content.count >= 4, let mark = content.first, "-=~*_".contains(mark),
      content.allSatisfy({ $0 == mark })
    {
      return
    }
    let plain = ReStructuredInline.plain(line)
    output.append(plain.hasSuffix("::") ? String(plain.dropLast()) : plain)
  }

  private mutating func renderDirective(
    _ head: Substring, _ body: ArraySlice<Substring>, _ depth: Int
  ) {
    directives += 1
    if head.hasPrefix("[") {  // a footnote
      output.append(ReStructuredInline.plain(head))
      renderBody(body, depth)
      return
    }
    guard let colons = head.range(of: "::"),
      head[..<colons.lowerBound].allSatisfy({ $0.isLetter || "-_:.|".contains($0) || $0 == " " }),
      !head.hasPrefix("|"), !head.hasPrefix("_")
    else { return }
    let name = String(head[..<colons.lowerBound])
    let argument = head[colons.upperBound...].drop(while: { $0 == " " })
    let rest = Self.withoutOptions(body)
    switch ReStructuredDirective(name) {
    case .silent: return
    case .literal: output += rest.map(String.init)
    case .admonition(let lead):
      if !argument.isEmpty || !lead.isEmpty {
        let separator = lead.isEmpty || argument.isEmpty ? "" : " "
        output.append(lead + separator + ReStructuredInline.plain(argument))
      }
      renderBody(rest, depth)
    case .object:
      output.append(String(argument))
      renderBody(rest, depth)
    case .container: renderBody(rest, depth)
    }
  }

  private mutating func renderBody(_ body: ArraySlice<Substring>, _ depth: Int) {
    let indent = body.lazy.filter { !Self.isBlank($0) }.map(Self.indent).min() ?? 0
    let dedented = body.map { Self.isBlank($0) ? Substring() : $0.dropFirst(indent) }
    if depth < Self.deepest {
      render(dedented[...], depth: depth + 1)
    } else {
      output += dedented.map(String.init)
    }
  }

  /// The body without the `:option:` lines it begins with.
  private static func withoutOptions(_ body: ArraySlice<Substring>) -> ArraySlice<Substring> {
    body.drop { line in
      let content = line.drop(while: { $0 == " " })
      return content.first == ":" && content.dropFirst().contains(":")
    }
  }

  /// A title is a line over one of punctuation at least as long, perhaps also under one.
  private mutating func headingLevel(
    _ lines: ArraySlice<Substring>, at index: Int
  ) -> (title: Substring, rank: Int, end: Int)? {
    func line(_ offset: Int) -> Substring {
      index + offset < lines.endIndex ? lines[index + offset] : ""
    }
    let title: Substring
    let adornment: Substring
    let end: Int
    if Self.isAdornment(line(0)), line(2) == line(0), !Self.isBlank(line(1)) {
      (title, adornment, end) = (line(1), line(0), index + 3)
    } else if Self.isAdornment(line(1)), !Self.isBlank(line(0)), !Self.isAdornment(line(0)),
      line(1).count >= line(0).count, line(0).first != " "
    {
      (title, adornment, end) = (line(0), line(1), index + 2)
    } else {
      return nil
    }
    let style = (end - index == 3 ? "over" : "") + String(adornment.prefix(1))
    if !adornments.contains(style) { adornments.append(style) }
    let rank = (adornments.firstIndex(of: style) ?? 0) + 1
    return (title.drop(while: { $0 == " " }), rank, end)
  }

  private static func isAdornment(_ line: Substring) -> Bool {
    guard line.utf8.count >= 2, let mark = line.first, "=-~^*+#\"'`:._".contains(mark) else {
      return false
    }
    return line.allSatisfy { $0 == mark }
  }

  private static func endOfBody(
    _ lines: ArraySlice<Substring>, after index: Int, _ indent: Int
  ) -> Int {
    var end = index + 1
    var last = end
    while end < lines.endIndex {
      if !isBlank(lines[end]) {
        if Self.indent(lines[end]) <= indent { break }
        last = end + 1
      }
      end += 1
    }
    return last
  }

  private static func indent(_ line: Substring) -> Int {
    line.prefix { $0 == " " }.count
  }

  private static func isBlank(_ line: Substring) -> Bool {
    line.utf8.allSatisfy { $0 <= 0x20 }
  }
}
