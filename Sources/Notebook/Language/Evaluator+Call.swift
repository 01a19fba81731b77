import Models

extension Evaluator {
  /// The value of a function, or of one of the model's parts. Positional arguments fill the
  /// parameters in order; `key: value` names one.
  func call(_ name: String, _ arguments: [Expression.Argument], _ range: Range<Int>) throws -> Value
  {
    if let function = Function.named(name) { return try call(function, arguments, range) }
    if let model = computation.surroundings.model,
      let piece = Piece.all(of: model.configuration).first(where: { $0.name == name })
    {
      return try call(piece, of: model, arguments, range)
    }
    throw error(
      UnknownName(name, in: scope).complaintAboutCall,
      range.lowerBound..<range.lowerBound + name.count)
  }

  private func call(
    _ function: Function, _ given: [Expression.Argument], _ range: Range<Int>
  ) throws -> Value {
    var matched = MatchedArguments()
    for (position, argument) in given.enumerated() {
      let parameter = try parameter(of: function, argument, position)
      let value = try value(of: argument.value)
      guard matched.take(value, for: parameter, argument) else {
        throw error(
          Complaint("the argument '\(parameter.name)' is given twice"), argument.range)
      }
    }
    for parameter in function.parameters
    where parameter.form == .needed && matched.values[parameter.name] == nil {
      throw error(
        Complaint(
          "\(function.name) needs the argument '\(parameter.name)'",
          remedy: "write \(function.signature)"), range)
    }
    do {
      let arguments = Arguments(
        values: matched.values, rest: matched.rest, computation: computation)
      return try function.body(arguments).checked(computation.limits)
    } catch let complaint as Complaint {
      throw error(complaint, complaint.parameter.flatMap { matched.ranges[$0] } ?? range)
    } catch let missing as NotYet {
      throw error(Complaint(missing.description), range)
    }
  }

  private func parameter(
    of function: Function, _ argument: Expression.Argument, _ position: Int
  ) throws -> Function.Parameter {
    let parameters = function.parameters
    let rest = parameters.first { $0.isRest }
    if let key = argument.key {
      if let named = parameters.first(where: { $0.name == key && !$0.isRest }) { return named }
      if let rest, rest.form == .rest(named: true) { return rest }
      throw error(
        Complaint(
          "\(function.name) has no argument '\(key)'",
          remedy: Suggestion.question(for: key, in: parameters.map(\.name))
            ?? "write \(function.signature)"),
        argument.range.lowerBound..<argument.range.lowerBound + key.count)
    }
    let places = parameters.prefix { !$0.isRest }
    if position < places.count { return places[position] }
    if let rest { return rest }
    throw error(
      Complaint(
        "\(function.name) takes \(places.count == 1 ? "one argument" : "\(places.count) arguments")",
        remedy: "write \(function.signature)"), argument.range)
  }
}

/// Arguments as a call gives them to the parameters.
private struct MatchedArguments {
  var values: [String: Value] = [:]
  var rest: [Arguments.Item] = []
  /// Where each parameter's arguments stand.
  var ranges: [String: Range<Int>] = [:]

  /// False if the parameter has an argument already.
  mutating func take(
    _ value: Value, for parameter: Function.Parameter, _ argument: Expression.Argument
  ) -> Bool {
    let earlier = ranges[parameter.name]
    let first = earlier?.lowerBound ?? argument.value.range.lowerBound
    ranges[parameter.name] = first..<argument.value.range.upperBound
    guard !parameter.isRest else {
      rest.append(Arguments.Item(key: argument.key, value: value))
      return true
    }
    values[parameter.name] = value
    return earlier == nil
  }
}
