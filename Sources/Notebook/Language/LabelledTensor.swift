import Tensors

/// A tensor together with what stands along its axes, so that a position can be shown with its
/// token however the tensor was sliced.
package struct LabelledTensor: Sendable {
  package let tensor: Tensor
  /// One for each axis.
  package let labels: [AxisLabels]
  /// The axis (the batch) whose index decides what `perRow` labels are.
  package let rowAxis: Int?
  /// Whether a comparison made it, 1 where that holds and 0 where not: as an index it takes the entries
  /// where it holds.
  var isMask = false

  package var shape: Shape { tensor.shape }

  package init(_ tensor: Tensor) {
    self.init(tensor, labels: tensor.shape.axes.map { _ in .numbered }, rowAxis: nil)
  }

  /// `labels` has one entry for each axis, each as long as its axis; `perRow` needs a row axis.
  package init(_ tensor: Tensor, labels: [AxisLabels], rowAxis: Int?) {
    precondition(labels.count == tensor.shape.rank, "\(labels.count) labels for \(tensor.shape)")
    for (axis, label) in zip(tensor.shape.axes, labels) {
      switch label {
      case .numbered: break
      case .fixed(let list):
        precondition(list.count == axis.size, "\(list.count) labels for axis \(axis.name)")
      case .perRow(let rows):
        precondition(
          rowAxis.map { tensor.shape.axes[$0].size == rows.count } ?? false,
          "labels of \(rows.count) rows for \(tensor.shape)")
        precondition(
          rows.allSatisfy { $0.count == axis.size }, "uneven labels for axis \(axis.name)")
      }
    }
    self.tensor = tensor
    self.labels = labels
    self.rowAxis = rowAxis
  }

  /// The axes along which a tensor's positions run, each labelled with its token.
  package static let positionAxes = ["position", "query", "key"]

  /// Labels the position axes with the tokens of each batch row, and an axis named `vocabulary`
  /// with the vocabulary. An axis that does not fit its list stays numbered.
  ///
  /// - Parameters:
  ///   - rowTokens: for each batch row the text of its tokens; a tensor without a batch axis takes
  ///     the tokens of the only row.
  package init(_ tensor: Tensor, rowTokens: [[String]], vocabulary: [String]? = nil) {
    let axes = tensor.shape.axes
    let rowAxis = axes.firstIndex { $0.name == "batch" && $0.size == rowTokens.count }
    let labels = axes.map { axis -> AxisLabels in
      if axis.name == "vocabulary", let vocabulary, vocabulary.count == axis.size {
        return .fixed(vocabulary)
      }
      guard Self.positionAxes.contains(axis.name),
        rowTokens.allSatisfy({ $0.count == axis.size })
      else { return .numbered }
      if rowAxis != nil { return .perRow(rowTokens) }
      return rowTokens.count == 1 ? .fixed(rowTokens[0]) : .numbered
    }
    self.init(tensor, labels: labels, rowAxis: rowAxis)
  }

  /// The labels to write along an axis, if it has any and they are decided: fixed, or those of the
  /// only batch row.
  package func labels(ofAxis axis: Int) -> [String]? {
    switch labels[axis] {
    case .numbered: nil
    case .fixed(let list): list
    case .perRow(let rows): rows.count == 1 ? rows[0] : nil
    }
  }

  /// Other elements under the same axes.
  func replacing(_ tensor: Tensor) -> LabelledTensor {
    LabelledTensor(tensor, labels: labels, rowAxis: rowAxis)
  }

  /// Elements between two looks for Ctrl-C.
  private static let stretch = 1 << 20

  /// `transform` of each element.
  func mapped(in computation: Computation, _ transform: (Float) -> Float) throws -> LabelledTensor {
    try computation.claim(shape)
    let source = tensor.pointer
    let result = Storage(uninitialized: shape.count)
    for start in stride(from: 0, to: shape.count, by: Self.stretch) {
      try computation.checkInterrupt()
      for index in start..<min(start + Self.stretch, shape.count) {
        result.pointer[index] = transform(source[index])
      }
    }
    return replacing(Tensor(shape, storage: result))
  }
}
