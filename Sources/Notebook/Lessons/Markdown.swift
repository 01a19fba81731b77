/// A block of Markdown text and the lines of the file that it takes.
package struct MarkdownBlock: Sendable, Equatable {
  package indirect enum Kind: Sendable, Equatable {
    case heading(level: Int, [MarkdownInline])
    case paragraph([MarkdownInline])
    /// `info` is what follows the opening fence; nil for code that is only indented.
    case code(info: String?, text: String)
    /// A table, kept as it was written.
    case table([String])
    /// `start` is the first number of a numbered list, nil for bullets.
    case list(start: Int?, items: [[MarkdownBlock]])
    case quote([MarkdownBlock])
    case rule
  }

  package let kind: Kind
  /// Counted from 1.
  package let firstLine: Int
  package let lastLine: Int
  /// Counted from 1.
  package let column: Int
}

/// A run of text inside a block.
package indirect enum MarkdownInline: Sendable, Equatable {
  case text(String)
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  /// A picture is shown as a link to it.
  case link([MarkdownInline], address: String)
  /// A line break that the writer asked for.
  case lineBreak
}
