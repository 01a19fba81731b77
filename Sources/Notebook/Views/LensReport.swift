/// What each layer would predict at each position.
struct LensReport: Report {
  struct Layer: Encodable {
    let name: String
    /// [position][rank]
    let guesses: [[TokenGuess]]
  }

  /// All that the pass read.
  let tokens: [String]
  /// The positions that are shown.
  let positions: [Int]
  let layers: [Layer]
  /// One position was asked for: its guesses stand side by side.
  let isDetailed: Bool

  private enum CodingKeys: String, CodingKey { case tokens, positions, layers }

  private static let labelLimit = 10

  func text(on page: Page) -> String {
    let shown = WrappedList.text("tokens", tokens: tokens, indent: 8, width: page.width)
    let grid = isDetailed ? detailed : overview
    return ([shown, ""] + grid.lines(on: page)).joined(separator: "\n")
  }

  /// Layer × position, a line for each rank.
  private var overview: LabelGrid {
    let ranks = layers.first?.guesses.first?.count ?? 0
    return LabelGrid(
      columns: positions.map { "\($0) \(Self.label(tokens[$0]))" },
      rows: layers.flatMap { layer in
        (0..<ranks).map { rank in
          LabelGrid.Row(
            title: rank == 0 ? layer.name : "",
            cells: layer.guesses.map { Self.cell($0[rank], decimals: 0) })
        }
      })
  }

  /// Layer × rank.
  private var detailed: LabelGrid {
    let ranks = layers.first?.guesses.first?.count ?? 0
    return LabelGrid(
      columns: (1...max(ranks, 1)).map { "#\($0)" },
      rows: layers.map { layer in
        LabelGrid.Row(
          title: layer.name, cells: (layer.guesses.first ?? []).map { Self.cell($0, decimals: 1) })
      })
  }

  private static func label(_ token: String) -> String {
    VisibleText.of(token).truncated(to: labelLimit)
  }

  private static func cell(_ guess: TokenGuess, decimals: Int) -> LabelGrid.Cell {
    LabelGrid.Cell(
      label: label(guess.token),
      number: NumberFormat.fixed(guess.probability * 100, decimals: decimals) + "%",
      share: Double(guess.probability))
  }
}
