import Kernels
import Models
import Tensors
import Training

/// The first step at which two runs are not the same, and the first tensor in it.
struct FirstDifference: Encodable {
  let step: Int
  /// The first thing in the records that differs.
  let recorded: String
  let tensor: TensorDifference?
}

/// One tensor that is not the same twice.
struct TensorDifference: Encodable, Equatable {
  let name: String
  /// Where it differs most.
  let index: [Int]
  let values: [Float]
  let maxAbsolute: Float
  /// How many of its elements differ, and how many there are.
  let differing: Int
  let count: Int
  /// Set where the shapes differ; there is nothing else to compare then.
  var shapes: [String]?

  /// Nil if the two are the same to the bit. Ties go to the lowest index.
  init?(_ name: String, _ one: Tensor, _ other: Tensor) {
    self.name = name
    guard one.shape == other.shape else {
      (index, values, maxAbsolute, differing, count) = ([], [], 0, 0, one.count)
      shapes = ["\(one.shape)", "\(other.shape)"]
      return
    }
    let (left, right) = (one.values, other.values)
    let places = left.indices.filter { left[$0].bitPattern != right[$0].bitPattern }
    func size(_ place: Int) -> Float {
      let size = (left[place] - right[place]).magnitude
      return size.isNaN ? .infinity : size
    }
    guard let most = places.max(by: { (size($0), $1) < (size($1), $0) }) else { return nil }
    index = one.shape.index(at: most)
    values = [left[most], right[most]]
    maxAbsolute = size(most)
    differing = places.count
    count = one.count
  }
}

extension FirstDifference {
  /// Compares the records, then plays the step again in both runs. Nil if all steps that both have are
  /// the same. Throws what playing a step again throws.
  init?(_ one: RunPath, _ other: RunPath, in session: Session) throws {
    let pairs = Self.common(one.run, other.run)
    let differing = pairs.lazy.compactMap { left, right in
      Self.field(in: left, right).map { (step: left.step, field: $0) }
    }
    guard let difference = differing.first else { return nil }
    step = difference.step
    recorded = difference.field
    let (before, otherBefore) = (
      try one.trainer(after: step - 1, in: session).model,
      try other.trainer(after: step - 1, in: session).model
    )
    let begun = Self.first(of: before.specifications.map(\.name)) {
      (before.parameter(named: $0), otherBefore.parameter(named: $0))
    }
    if let begun {
      tensor = begun
      return
    }
    let played = try one.played(step, in: session)
    let otherPlayed = try other.played(step, in: session)
    let inquiry = DeskModel(Travel(path: one, step: step), played.trainer, played.outcome.traced)
      .inquiry
    let otherInquiry = DeskModel(
      Travel(path: other, step: step), otherPlayed.trainer, otherPlayed.outcome.traced
    ).inquiry
    tensor = Self.first(of: Self.names(of: inquiry)) {
      (inquiry.tensor(named: $0), otherInquiry.tensor(named: $0))
    }
  }

  /// The records of the steps that both runs have.
  static func common(_ one: RecordedRun, _ other: RecordedRun) -> [(
    StepRecord, StepRecord
  )] {
    one.numberedSteps.compactMap { left in other.record(of: left.step).map { (left, $0) } }
  }

  /// The names of a step in the order of its work: what it read, computed, found and changed.
  private static func names(of inquiry: Inquiry) -> [String] {
    let activations = inquiry.pass?.names ?? []
    let trained = inquiry.model.trainable.names
    let quantities: [StepQuantity] = [.gradient, .firstMoment, .secondMoment, .update]
    return [Inquiry.tokensName] + activations + activations.reversed().map { $0 + ".grad" }
      + quantities.flatMap { quantity in trained.map { $0 + quantity.rawValue } } + trained
  }

  private static func first(
    of names: [String], _ tensors: (String) -> (Tensor?, Tensor?)
  ) -> TensorDifference? {
    for name in names {
      guard case (let one?, let other?) = tensors(name) else { continue }
      if let difference = TensorDifference(name, one, other) { return difference }
    }
    return nil
  }

  /// What two records of a step do not agree in; nil if they agree.
  private static func field(in one: StepRecord, _ other: StepRecord) -> String? {
    if one.batch != other.batch { return "the batch" }
    if one.loss.bitPattern != other.loss.bitPattern { return "the loss" }
    if one.gradientNorm.bitPattern != other.gradientNorm.bitPattern { return "the gradient norm" }
    if one.weights != other.weights { return "the weights after it" }
    return nil
  }
}
