import Training

extension Session: NameScope {
  /// Variables, `_`, `Out[n]` and `In[n]`, then what the desk's tensor source knows.
  package func value(named name: String) throws -> Value? {
    if let value = desk.variables[name] { return value }
    if name == "_" { return desk.latest }
    if name.hasPrefix("Out["), name.hasSuffix("]"), let cell = Int(name.dropFirst(4).dropLast()) {
      return desk.outputs[cell]
    }
    if name.hasPrefix("In["), name.hasSuffix("]"), let cell = Int(name.dropFirst(3).dropLast()) {
      return record(ofCell: cell).map { .text($0.text) }
    }
    return try desk.tensors?.tensor(named: name).map { .tensor($0) }
  }

  /// Every name that an expression can use: variables, outputs, then tensors.
  package var knownNames: [String] {
    desk.variables.keys.sorted() + (desk.latest == nil ? [] : ["_"])
      + desk.outputs.keys.sorted().map { "Out[\($0)]" }
      + (desk.tensors?.tensorNames.map(\.name) ?? [])
  }

  /// The threads, model, tokenizer and seed that lie on the desk, and Ctrl-C.
  package var surroundings: Surroundings {
    var around = Surroundings()
    let console = console
    around.pool = { try self.pool() }
    around.model = desk.model?.model
    around.tokenizer = { try self.tokenizer(ofRun: nil) }
    around.seed = desk.seed
    around.isInterrupted = { console.isInterrupted }
    around.limits = limits
    around.whereabouts = { self.whereabouts(of: $0) }
    return around
  }

  /// What became of a number of the last step, if a prompt's pass took its place.
  func whereabouts(of name: String) -> String? {
    guard let model = desk.model, model.prompted != nil, let step = model.step,
      Inquiry(model: model.model, pass: step.trace, step: step).key(of: name) != nil
    else { return nil }
    // Steps made at the desk have left the place that is travelled.
    let place = model.stepsMade == 0 ? model.travel : nil
    let remedy = place.map { "`goto \($0.step)` brings it back" } ?? "`step` makes the next one"
    return "a prompt's pass took the place of the step's; \(remedy)"
  }

  /// What can be shown: tensors among the variables and outputs, then those of the desk's source.
  package var tensorNames: [TensorName] {
    func named(_ name: String, _ kind: TensorName.Kind, _ value: Value?) -> TensorName? {
      guard case .tensor(let labelled) = value else { return nil }
      return TensorName(name, kind, labelled.shape)
    }
    return desk.variables.keys.sorted().compactMap { named($0, .variable, desk.variables[$0]) }
      + desk.outputs.keys.sorted().compactMap { named("Out[\($0)]", .output, desk.outputs[$0]) }
      + (desk.tensors?.tensorNames ?? [])
  }

  /// The value of an expression; `extra` names come before the session's own.
  ///
  /// - Throws: `ExpressionError`, or what computing a tensor throws.
  package func evaluate(expression: String, extra: [String: Value] = [:]) throws -> Value {
    try Evaluator.value(of: expression, in: LayeredScope(front: extra, back: self))
  }
}
