import Foundation

/// A cell of a Jupyter notebook; what its kind does not have is nil, and not written.
struct JupyterCell: Encodable {
  /// Metadata without anything in it.
  private struct Nothing: Encodable {}

  private let id: String
  private let cellType: String
  private let metadata = Nothing()
  private let source: [String]
  private var executionCount: Int?
  private var outputs: [Output]?

  enum CodingKeys: String, CodingKey {
    case id, metadata, source, outputs
    case cellType = "cell_type"
    case executionCount = "execution_count"
  }

  init(id: String, markdown: String) {
    self.id = id
    cellType = "markdown"
    source = Self.lines(of: markdown)
  }

  /// Throws `Picture.Failure`.
  init(id: String, _ played: PlayedCell) throws {
    self.id = id
    cellType = "code"
    source = Self.lines(of: played.cell.text)
    executionCount = played.number
    outputs = try Self.outputs(of: played)
  }

  private static func outputs(of played: PlayedCell) throws -> [Output] {
    let text = played.lines.joined(separator: "\n")
    if let drawing = played.drawing {
      let caption = drawing.caption.isEmpty ? [] : [Output(printed: drawing.caption + "\n")]
      return caption + [try Output(drawing.figure, text: text)]
    }
    guard !text.isEmpty else { return [] }
    return [played.failed ? Output(error: text) : Output(result: text, number: played.number)]
  }

  /// A text as notebooks have it: line by line, each but the last with its end.
  private static func lines(of text: String) -> [String] {
    let lines = text.components(separatedBy: "\n")
    return lines.dropLast().map { $0 + "\n" } + lines.suffix(1).filter { !$0.isEmpty }
  }

  /// What a code cell gave.
  private struct Output: Encodable {
    private let outputType: String
    private var name: String?
    private var text: [String]?
    private var data: [String: [String]]?
    private var metadata: Nothing?
    private var executionCount: Int?
    private var ename: String?
    private var evalue: String?
    private var traceback: [String]?

    enum CodingKeys: String, CodingKey {
      case name, text, data, metadata, ename, evalue, traceback
      case outputType = "output_type"
      case executionCount = "execution_count"
    }

    init(printed: String) {
      outputType = "stream"
      name = "stdout"
      text = lines(of: printed)
    }

    init(result: String, number: Int) {
      outputType = "execute_result"
      data = ["text/plain": lines(of: result)]
      metadata = Nothing()
      executionCount = number
    }

    /// - Parameter text: begins with `error: `
    init(error text: String) {
      outputType = "error"
      ename = "error"
      let lines = text.components(separatedBy: "\n")
      evalue = lines[0].hasPrefix("error: ") ? String(lines[0].dropFirst(7)) : lines[0]
      traceback = lines
    }

    init(_ figure: Figure, text: String) throws {
      outputType = "display_data"
      let picture = figure.picture
      data = [
        "text/plain": lines(of: text), "image/svg+xml": lines(of: picture.svg),
        "image/png": [try picture.png().base64EncodedString()],
      ]
      metadata = Nothing()
    }
  }
}
