import Tensors

/// How many elements lie in each of some equally wide ranges.
package struct Histogram: Report, Sendable {
  struct Bin: Encodable, Equatable, Sendable {
    let from: Double
    let to: Double
    let count: Int
  }

  let bins: [Bin]
  let summary: TensorSummary

  /// - Parameters:
  ///   - tensor: what is counted; elements that are not finite are left out
  ///   - binCount: at least 1; one bin is enough when all elements are equal
  init(_ tensor: Tensor, binCount: Int) {
    summary = TensorSummary(tensor)
    guard let low = summary.min.map(Double.init), let high = summary.max.map(Double.init) else {
      bins = []
      return
    }
    let count = low == high ? 1 : binCount
    let width = (high - low) / Double(count)
    var counts = [Int](repeating: 0, count: count)
    for value in tensor.values where value.isFinite {
      let place = width > 0 ? Int((Double(value) - low) / width) : 0
      counts[min(place, count - 1)] += 1
    }
    bins = counts.enumerated().map { index, number in
      Bin(
        from: low + Double(index) * width,
        to: index == count - 1 ? high : low + Double(index + 1) * width, count: number)
    }
  }

  package var figure: Figure? { .histogram(self) }

  /// How many numbers there are and what they are like, in lines of so many columns.
  func facts(width: Int) -> [String] {
    ValueText.wrapped(["\(summary.count) numbers"] + summary.facts, width: width)
  }

  package func text(on page: Page) -> String {
    let facts = facts(width: page.width)
    guard let most = bins.map(\.count).max() else { return facts.joined(separator: "\n") }
    let edges = NumberFormat.column(
      bins.map { Float($0.from) } + bins.suffix(1).map { Float($0.to) })
    let edgeWidth = edges.map(\.count).max() ?? 0
    let countWidth = String(most).count
    let room = max(8, page.width - 2 * edgeWidth - countWidth - 8)
    let lines = bins.enumerated().map { index, bin in
      let range =
        edges[index].rightAligned(to: edgeWidth) + " … "
        + edges[index + 1].rightAligned(to: edgeWidth)
      let bar = Bar.text(share: Double(bin.count) / Double(most), width: room)
      return "\(range)  \(String(bin.count).rightAligned(to: countWidth))  \(bar)"
        .trimmingTrailingBlanks
    }
    return (facts + lines).joined(separator: "\n")
  }
}
