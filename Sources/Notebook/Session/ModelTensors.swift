import Models
import Tensors
import Text
import Training

/// The names of the model on the desk: weights, the last pass's activations, gradients, updates and
/// moments. One name, one tensor, whatever was done last.
struct ModelTensors: TensorSource {
  let desk: DeskModel

  private enum Suffix: String, CaseIterable {
    case gradient = ".grad"
    case update = ".update"
    case firstMoment = ".adam.m"
    case secondMoment = ".adam.v"

    var kind: TensorName.Kind {
      switch self {
      case .gradient: .gradient
      case .update: .update
      case .firstMoment, .secondMoment: .moment
      }
    }
  }

  var tensorNames: [TensorName] {
    let activations = (desk.trace?.names ?? []).compactMap { name in
      desk.trace?[name].map { TensorName(name, .activation, $0.shape) }
    }
    let slopes = (desk.trace?.names ?? []).compactMap { name in
      desk.trace?.gradient(of: name).map { TensorName(name + ".grad", .gradient, $0.shape) }
    }
    let parameters = desk.model.specifications.map { TensorName($0.name, .parameter, $0.shape) }
    let trained = desk.model.trainable.specifications.flatMap { specification in
      Suffix.allCases.compactMap { suffix in
        block(suffix).map { _ in
          TensorName(specification.name + suffix.rawValue, suffix.kind, specification.shape)
        }
      }
    }
    let tokens = desk.trace.map { [TensorName("tokens", .activation, Self.shape(of: $0.batch))] }
    return (tokens ?? []) + activations + slopes + parameters + trained
  }

  func tensor(named name: String) throws -> LabelledTensor? {
    if let tensor = desk.model.parameter(named: name) { return labelled(tensor) }
    if let trace = desk.trace {
      if name == "tokens" {
        return labelled(Tensor(Self.shape(of: trace.batch), trace.batch.ids.map(Float.init)))
      }
      if let tensor = trace[name] { return labelled(tensor) }
    }
    for suffix in Suffix.allCases where name.hasSuffix(suffix.rawValue) {
      let base = String(name.dropLast(suffix.rawValue.count))
      if let block = block(suffix), let tensor = desk.model.trainable.view(base, of: block) {
        return labelled(tensor)
      }
      if suffix == .gradient, let tensor = desk.trace?.gradient(of: base) {
        return labelled(tensor)
      }
    }
    return nil
  }

  private func block(_ suffix: Suffix) -> Tensor? {
    guard let trainer = desk.trainer, trainer.completedSteps > 0 else { return nil }
    switch suffix {
    case .gradient: return desk.gradients
    case .update: return trainer.optimizer.update
    case .firstMoment: return trainer.optimizer.m
    case .secondMoment: return trainer.optimizer.v
    }
  }

  private static func shape(of batch: TokenBatch) -> Shape {
    Shape(["batch": batch.batch, "position": batch.time])
  }

  private func labelled(_ tensor: Tensor) -> LabelledTensor {
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

extension Tokenizer {
  /// A token as it is shown; `⟨id⟩` for an id that the tokenizer does not know.
  package func visibleLabel(of id: Int) -> String { (try? label(of: id)) ?? "⟨\(id)⟩" }
}
