import Models
import Tensors

/// A tensor as a part of the model takes it: with all of its axes.
struct PieceInput {
  let labelled: LabelledTensor
  /// What was added in front: `[position, width]` became `[batch 1, position, width]`.
  let addedAxes: [String]

  /// Throws a `Complaint` with both shapes if the tensor does not fit.
  init(_ given: LabelledTensor, _ parameter: Piece.Parameter, of piece: Piece) throws {
    let wanted = parameter.axes ?? []
    let missing = wanted.count - given.shape.rank
    let sizes = [Int](repeating: 1, count: max(missing, 0)) + given.shape.sizes
    let fits =
      missing >= 0 && wanted.prefix(max(missing, 0)).allSatisfy { $0.size == nil }
      && zip(wanted, sizes).allSatisfy { $0.size == nil || $0.size == $1 } && !sizes.contains(0)
    guard fits else {
      let text = wanted.map { $0.name + ($0.size.map { " \($0)" } ?? "") }
      throw Complaint(
        "\(piece.name) takes \(parameter.name) [\(text.joined(separator: ", "))], not"
          + " \(given.shape)", remedy: "reshape and transpose change axes; see ?\(piece.name)")
    }
    let axes = zip(wanted, sizes).map { Axis($0.name, $1) }
    let front = [AxisLabels](repeating: .numbered, count: missing)
    labelled = LabelledTensor(
      fitting: given.tensor.reshaped(Shape(axes)), labels: front + given.labels,
      rowAxis: given.rowAxis.map { $0 + missing })
    addedAxes = wanted.prefix(missing).map(\.name)
  }

  var shape: Shape { labelled.shape }
}
