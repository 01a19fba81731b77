import Tensors

/// The attention patterns of a layer's heads over one text.
struct AttentionReport: Report {
  let layer: Int
  let tokens: [String]
  /// [head][query][key], each row adding up to 1.
  let heads: [[[Float]]]

  private static let labelLimit = 12
  private static let headerLimit = 8
  private static let gap = 2
  private static let rowLimit = 64

  /// A heat map for each head.
  var figure: Figure? {
    let shape = Shape(["query": tokens.count, "key": tokens.count])
    let panels = heads.enumerated().compactMap { head, rows -> (title: String, map: HeatMap)? in
      let pattern = LabelledTensor(
        Tensor(shape, rows.flatMap { $0 }), labels: [.fixed(tokens), .fixed(tokens)], rowAxis: nil)
      return (try? HeatMap(pattern)).map { (title: "head \(head)", map: $0) }
    }
    return .heat(panels)
  }

  private var scale: HeatScale { HeatScale(ofProbabilities: heads.lazy.joined().joined()) }

  /// As many heads beside each other as fit; cells are two columns wide if two heads then still do.
  func text(on page: Page) -> String {
    let layout = Layout(tokens: tokens, width: page.width, heads: heads.count)
    let bands = stride(from: 0, to: heads.count, by: layout.panels).map { first in
      band(first..<min(first + layout.panels, heads.count), layout, page.colour)
    }
    let cut =
      layout.shown < tokens.count
      ? ["", "positions 0 to \(layout.shown - 1) of \(tokens.count)"] : []
    return (Array(bands.joined(separator: [""])) + cut + ["", legend(page)]).joined(
      separator: "\n")
  }

  private func band(_ range: Range<Int>, _ layout: Layout, _ colour: Page.Colour) -> [String] {
    let gap = String(repeating: " ", count: Self.gap)
    let scale = scale
    let header = LabelColumns.lines(of: layout.columnLabels, cellWidth: layout.cellWidth)
    func line(_ title: String, _ panels: [String]) -> String {
      ([title.padded(to: layout.titleWidth)] + panels).joined(separator: gap)
        .trimmingTrailingBlanks
    }
    let titles = range.map { "head \($0)".truncated(to: layout.panelWidth) }
    return [line("", titles.map { $0.padded(to: layout.panelWidth) })]
      + header.map { letters in
        line("", range.map { _ in letters.padded(to: layout.panelWidth) })
      }
      + (0..<layout.shown).map { query in
        line(
          layout.rowTitles[query],
          range.map { head in
            let cells = (0..<layout.shown).map { key in
              scale.cell(heads[head][query][key], columns: layout.cellWidth, colour)
            }
            let missing = layout.panelWidth - layout.shown * layout.cellWidth
            return cells.joined() + String(repeating: " ", count: missing)
          })
      }
  }

  private func legend(_ page: Page) -> String {
    let steps = (0..<10).map {
      ColourScale.cell((Double($0) + 0.5) / 10, columns: 1, page.colour)
    }
    return ValueText.wrapped(
      ["rows", "look", "at", "columns:", "0 [\(steps.joined())] 1"] + scale.marks,
      width: page.width, gap: 1
    ).joined(separator: "\n")
  }

  /// How the heads share a page.
  private struct Layout {
    let rowTitles: [String]
    let columnLabels: [String]
    let titleWidth: Int
    let cellWidth: Int
    /// How many positions are drawn.
    let shown: Int
    let panelWidth: Int
    /// How many heads stand beside each other.
    let panels: Int

    init(tokens: [String], width: Int, heads: Int) {
      let labels = tokens.map { VisibleText.of($0) }
      let numberWidth = String(tokens.count - 1).count
      let titles = labels.enumerated().map { index, label in
        String(index).rightAligned(to: numberWidth) + " "
          + label.truncated(to: min(AttentionReport.labelLimit, max(width / 4, 4)))
      }
      let columns = labels.map { $0.truncated(to: AttentionReport.headerLimit) }
      let titleWidth = titles.map { displayWidth(of: $0) }.max() ?? 0
      let room = max(2, width - titleWidth - AttentionReport.gap)
      let isWide = columns.joined().contains { displayWidth(of: $0) > 1 }
      let wanted = min(heads, 2) * (tokens.count * 2 + AttentionReport.gap)
      cellWidth = isWide || wanted <= room + AttentionReport.gap ? 2 : 1
      shown = min(tokens.count, room / cellWidth, AttentionReport.rowLimit)
      panelWidth = max(shown * cellWidth, min("head 00".count, room))
      panels = max(1, (room + AttentionReport.gap) / (panelWidth + AttentionReport.gap))
      rowTitles = Array(titles.prefix(shown))
      columnLabels = Array(columns.prefix(shown))
      self.titleWidth = titleWidth
    }
  }
}
