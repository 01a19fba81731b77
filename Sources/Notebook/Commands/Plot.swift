import ArgumentParser
import Tensors

/// Numbers as lines over their index.
package struct Plot: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Plot numbers as lines over their index.",
    discussion: """
      For example: plot probs[0, -1]
      A tensor with two axes gives a line for each row; several names or patterns stand with blanks
      between. The losses of recorded runs: plot losses of ferry desk
      """)

  @Argument(help: ArgumentHelp("An expression, or names and patterns.", valueName: "expression"))
  package var words: [String]
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    if let losses = try losses(in: session) { return try losses.report(in: session) }
    let tensors = try tensors(in: session)
    var chart = LineChart([], xTitle: tensors[0].labelled.shape.names.last ?? "")
    for (name, labelled) in tensors { chart.series += try placed { try series(name, labelled) } }
    return PlotReport(chart: chart)
  }

  /// `plot losses of RUN …`, unless something else is called `losses`.
  private func losses(in session: Session) throws -> Losses? {
    guard let runs, try session.value(named: Losses.name) == nil else { return nil }
    return try Losses.parse(runs + (output.json ? ["--json"] : []))
  }

  /// The runs whose losses are asked for; nil if an expression's value is.
  var runs: [String]? {
    let words = expression.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.first == Losses.name else { return nil }
    return Array(words.dropFirst().drop { $0 == "of" })
  }

  /// How many rows of a matrix are drawn.
  private static let rowLimit = 8

  private func series(_ name: String, _ labelled: LabelledTensor) throws -> [LineChart.Series] {
    guard labelled.shape.rank == 1 || labelled.shape.rank == 2 else {
      throw Complaint(
        "plot draws one or two axes, not \(labelled.shape)",
        remedy: labelled.shape.rank == 0 ? nil : "fix the first ones with an index")
    }
    let size = labelled.shape.lastSize
    let rows = labelled.shape.count / size
    guard rows <= Self.rowLimit else {
      throw Complaint(
        "plot draws at most \(Self.rowLimit) rows, not \(rows)",
        remedy: "take some of them: [:\(Self.rowLimit)]")
    }
    let labels = labelled.shape.rank == 2 ? labelled.labels(ofAxis: 0) : nil
    return (0..<rows).map { row in
      let label = labels.map { " " + VisibleText.of($0[row]) } ?? ""
      return LineChart.Series(
        labelled.shape.rank == 1 ? name : "\(row)\(label)",
        (0..<size).map { (Double($0), Double(labelled.tensor.pointer[row * size + $0])) })
    }
  }
}

/// A chart as people and machines read it.
struct PlotReport: Report {
  let chart: LineChart

  private struct Line: Encodable {
    let name: String
    let x: [Double]
    let y: [Double]
  }
  private enum CodingKeys: String, CodingKey { case series }

  var figure: Figure? { .curves(chart) }
  func text(on page: Page) -> String { chart.text(on: page) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let lines = chart.series.map {
      Line(name: $0.name, x: $0.points.map(\.x), y: $0.points.map(\.y))
    }
    try container.encode(lines, forKey: .series)
  }
}
