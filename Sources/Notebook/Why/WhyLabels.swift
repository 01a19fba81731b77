import Models
import Tensors
import Text
import Training

/// What numbers that can be asked about are called, and where they are, with the tokens there.
struct WhyLabels {
  let inquiry: Inquiry
  let tokenizer: Tokenizer

  /// One axis of an element's place.
  struct Place: Encodable, Equatable {
    let axis: String
    let index: Int
    /// The token there.
    let token: String?

    /// `3 ·ferry`
    var text: String { "\(index)" + (token.map { " " + VisibleText.of($0) } ?? "") }
  }

  func name(_ subject: Subject) -> String {
    inquiry.label(subject.origin, subject.reference.tensor)
  }

  /// Where an element is along each axis.
  func places(_ subject: Subject) -> [Place] {
    let index = subject.reference.index
    let axes = inquiry.shape(subject.origin, subject.reference.tensor).axes
    return axes.enumerated().map { position, axis in
      Place(
        axis: axis.name, index: index[position],
        token: token(axis, index[position], row(axes, index, subject), subject))
    }
  }

  /// `name[0, 3 ·ferry, 5]`
  func labelled(_ subject: Subject) -> String { label(subject, places(subject).map(\.text)) }

  /// The name with what stands along the axes; said of the step if the name alone means a number of
  /// another pass.
  func label(_ subject: Subject, _ places: [String]) -> String {
    let name = name(subject)
    let isHidden =
      inquiry.hidesStep && subject.origin == .step && subject.outsideName == nil
      && inquiry.key(of: name)?.origin != .step
    return name + (places.isEmpty ? "" : "[\(Self.list(places))]")
      + (isHidden ? " of the step" : "")
  }

  /// `name[0, 3, 5]`, as it can be typed.
  func typed(_ name: String, _ index: [Int]) -> String {
    name + (index.isEmpty ? "" : "[\(Self.list(index.map(String.init)))]")
  }

  static func list(_ items: [String]) -> String { items.joined(separator: ", ") }

  /// The tokens along an axis, where it runs over tokens: of the batch row that an index names.
  func tokens(along axis: Axis, _ subject: Subject) -> [String]? {
    let axes = inquiry.shape(subject.origin, subject.reference.tensor).axes
    let row = row(axes, subject.reference.index, subject)
    let labels = (0..<axis.size).map { token(axis, $0, row, subject) }
    return labels.contains(nil) ? nil : labels.compactMap { $0 }
  }

  /// The row of the batch that an element belongs to; nil if it belongs to none, or to all.
  private func row(_ axes: [Axis], _ index: [Int], _ subject: Subject) -> Int? {
    guard let batch = inquiry.batch(subject.origin) else { return nil }
    if batch.batch == 1 { return 0 }
    return axes.firstIndex { $0.name == "batch" && $0.size == batch.batch }.map { index[$0] }
  }

  private func token(_ axis: Axis, _ index: Int, _ row: Int?, _ subject: Subject) -> String? {
    if axis.name == "vocabulary" { return tokenizer.visibleLabel(of: index) }
    guard LabelledTensor.positionAxes.contains(axis.name),
      subject.outsideName == nil || isTokens(subject),
      let batch = inquiry.batch(subject.origin), batch.time == axis.size, let row
    else { return nil }
    return tokenizer.visibleLabel(of: batch.row(row)[index])
  }

  private func isTokens(_ subject: Subject) -> Bool {
    subject.outsideName == Inquiry.tokensName
  }
}
