import Models
import Tensors

/// What `why` asks: a model, the last pass through it, and the last step of its training, in which
/// every number can be traced to the numbers that it was made of.
package struct Inquiry: Sendable {
  package let model: Model
  /// The last pass: a prompt's, or the step's own.
  package let pass: Trace?
  /// The last step, if the model still is what it left.
  package let step: TracedStep?

  package init(model: Model, pass: Trace?, step: TracedStep?) {
    self.model = model
    self.pass = pass
    self.step = step
  }

  /// Whether activations' names mean those of a prompt's pass, and not the step's.
  package var hidesStep: Bool {
    guard let own = step?.trace["logits"], let shown = pass?["logits"] else { return false }
    return !shown.isView(of: own)
  }

  /// The ids that a pass read, as a tensor.
  package static let tokensName = "tokens"

  /// Where the tensor of a name is found; nil if there is none.
  package func key(of name: String) -> (origin: Subject.Origin, key: TensorKey)? {
    if model.parameter(named: name) != nil { return (.step, .named(name)) }
    if name == Self.tokensName, pass != nil { return (.pass, .named(name)) }
    if step != nil, StepNumber(rawValue: name) != nil { return (.step, .named(name)) }
    if let key = pass?.graph.key(of: name) { return (.pass, key) }
    guard let (base, quantity) = StepQuantity.split(name) else { return nil }
    if let step, step.tensor(quantity, of: base) != nil { return outside(name) }
    if quantity == .gradient, let key = pass?.graph.gradientKey(of: base) { return (.pass, key) }
    return nil
  }

  /// A gradient of a weight is the step's computation; what else has no node keeps its name.
  private func outside(_ name: String) -> (origin: Subject.Origin, key: TensorKey) {
    if let (base, quantity) = StepQuantity.split(name), quantity == .gradient,
      let key = step?.trace.graph.gradientKey(of: base)
    {
      return (.step, key)
    }
    return (.step, .named(name))
  }

  /// The number that an element of an explanation stands for. Weights that a pass read have their
  /// names; those that the step has changed since have the suffix `.before`.
  package func subject(of element: Element, in origin: Subject.Origin) -> Subject {
    let reference = element.reference
    if case .named(let name) = reference.tensor {
      let found = outside(name)
      return Subject(found.origin, found.key, reference.index)
    }
    guard let graph = graph(origin), let name = graph.leafName(of: reference.tensor),
      let used = graph[name]
    else { return Subject(origin, reference) }
    if let current = model.parameter(named: name), used.isView(of: current) {
      return Subject(.step, .named(name), reference.index)
    }
    if let before = step?.tensor(.weightBefore, of: name), used.isView(of: before) {
      let name = name + StepQuantity.weightBefore.rawValue
      return Subject(.step, .named(name), reference.index)
    }
    return Subject(origin, reference)
  }

  package func graph(_ origin: Subject.Origin) -> Graph? {
    origin == .pass ? pass?.graph : step?.trace.graph
  }
}

extension Inquiry {
  /// How a number came about; a leaf for one that was there before.
  package func explanation(of subject: Subject) -> Explanation {
    guard let name = subject.outsideName else {
      guard let found = graph(subject.origin)?.explanation(of: subject.reference) else {
        preconditionFailure("\(subject) is of another computation")
      }
      return found
    }
    let index = subject.reference.index
    if let step {
      if name == StepNumber.rate.rawValue { return step.explanationOfRate() }
      if let (base, quantity) = StepQuantity.split(name),
        let found = step.explanation(of: quantity, of: base, at: index)
      {
        return found
      }
      if model.trainable[name] != nil { return step.explanation(ofWeight: name, at: index) }
    }
    return Explanation(leaf: value(of: subject))
  }

  /// The number itself, as the engine has it.
  package func value(of subject: Subject) -> Float {
    guard let name = subject.outsideName else {
      return graph(subject.origin)?.value(of: subject.reference) ?? .nan
    }
    return outsideTensor(name)?[subject.reference.index] ?? .nan
  }

  private func outsideTensor(_ name: String) -> Tensor? {
    if let weight = model.parameter(named: name) { return weight }
    if name == Self.tokensName, let batch = pass?.batch {
      let shape = Shape(["batch": batch.batch, "position": batch.time])
      return Tensor(shape, batch.ids.map(Float.init))
    }
    if let number = StepNumber(rawValue: name) {
      return step.map { Tensor(.scalar, [$0.value(of: number)]) }
    }
    return StepQuantity.split(name).flatMap { step?.tensor($0.quantity, of: $0.parameter) }
  }

  /// The axes of the tensor that a number lies in.
  package func shape(_ origin: Subject.Origin, _ key: TensorKey) -> Shape {
    guard case .named(let name) = key else { return graph(origin)?.shape(of: key) ?? .scalar }
    return outsideTensor(name)?.shape ?? .scalar
  }

  /// The tensor of a name; nil if there is none.
  package func tensor(named name: String) -> Tensor? {
    guard let (origin, key) = key(of: name) else { return nil }
    if case .named(let name) = key { return outsideTensor(name) }
    return graph(origin)?.tensor(key)
  }

  /// What the tensor is called.
  package func label(_ origin: Subject.Origin, _ key: TensorKey) -> String {
    graph(origin)?.label(of: key) ?? outsideLabel(key)
  }

  private func outsideLabel(_ key: TensorKey) -> String {
    guard case .named(let name) = key else { return "?" }
    return name
  }

  /// The tokens that a computation read.
  package func batch(_ origin: Subject.Origin) -> TokenBatch? {
    origin == .pass ? pass?.batch : step?.trace.batch
  }
}
