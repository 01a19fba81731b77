import Models
import Tensors
import Text
import Training

/// The names of the model on the desk: weights, the last pass's activations, gradients, updates and
/// moments. One name, one tensor, whatever was done last.
struct ModelTensors: TensorSource {
  let desk: DeskModel

  var tensorNames: [TensorName] {
    let activations = (desk.trace?.names ?? []).compactMap { name in
      desk.trace?[name].map { TensorName(name, .activation, $0.shape) }
    }
    let slopes = (desk.trace?.names ?? []).compactMap { name in
      desk.trace?.gradient(of: name).map { TensorName(name + ".grad", .gradient, $0.shape) }
    }
    let parameters = desk.model.specifications.map { TensorName($0.name, .parameter, $0.shape) }
    let hasGradients = desk.step != nil || !slopes.isEmpty
    let inquiry = desk.inquiry
    let trained = (hasGradients ? desk.model.trainable.specifications : []).flatMap {
      specification in
      StepQuantity.allCases.compactMap { quantity -> TensorName? in
        let name = specification.name + quantity.rawValue
        guard let kind = quantity.listedKind, inquiry.key(of: name) != nil else { return nil }
        return TensorName(name, kind, specification.shape)
      }
    }
    let tokens = desk.inquiry.tensor(named: Inquiry.tokensName).map {
      [TensorName(Inquiry.tokensName, .activation, $0.shape)]
    }
    let numbers = desk.step == nil ? [] : StepNumber.allCases.map { $0.listed }
    return (tokens ?? []) + activations + slopes + parameters + trained + numbers
  }

  func tensor(named name: String) throws -> LabelledTensor? {
    desk.inquiry.tensor(named: name).map(labelled)
  }

  /// A tensor with the tokens of the desk's last pass along its positions.
  func labelled(_ tensor: Tensor) -> LabelledTensor {
    let rows = (desk.trace?.batch).map { batch in
      (0..<batch.batch).map { batch.row($0).map { desk.tokenizer.visibleLabel(of: $0) } }
    }
    let hasVocabulary = tensor.shape.names.contains("vocabulary")
    let vocabulary =
      hasVocabulary
      ? (0..<desk.tokenizer.vocabularySize).map { desk.tokenizer.visibleLabel(of: $0) } : nil
    return LabelledTensor(tensor, rowTokens: rows ?? [], vocabulary: vocabulary)
  }
}

extension StepQuantity {
  /// What lists of names call it; nil for what the step started from, which is known by name but not
  /// listed.
  fileprivate var listedKind: TensorName.Kind? {
    switch self {
    case .gradient: .gradient
    case .update: .update
    case .firstMoment, .secondMoment: .moment
    case .weightBefore, .firstMomentBefore, .secondMomentBefore: nil
    }
  }
}

extension StepNumber {
  /// As lists of names have it.
  fileprivate var listed: TensorName {
    switch self {
    case .gradientNorm: TensorName(rawValue, .gradient, .scalar)
    case .rate: TensorName(rawValue, .update, .scalar)
    }
  }
}

extension Tokenizer {
  /// A token as it is shown; `⟨id⟩` for an id that the tokenizer does not know.
  package func visibleLabel(of id: Int) -> String { (try? label(of: id)) ?? "⟨\(id)⟩" }
}
