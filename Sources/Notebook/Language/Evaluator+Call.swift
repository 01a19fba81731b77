extension Evaluator {
  /// A function's value. Positional arguments fill the parameters in order; `key: value` names one.
  func call(_ name: String, _ arguments: [Expression.Argument], _ range: Range<Int>) throws -> Value
  {
    let nameRange = range.lowerBound..<range.lowerBound + name.count
    guard let function = Function.named(name) else {
      throw error(unknown(name), nameRange)
    }
    var values: [String: Value] = [:]
    var ranges: [String: Range<Int>] = [:]
    for (position, argument) in arguments.enumerated() {
      let parameter = try parameter(of: function, argument, position)
      guard values[parameter] == nil else {
        throw error(Complaint("the argument '\(parameter)' is given twice"), argument.range)
      }
      values[parameter] = try value(of: argument.value)
      ranges[parameter] = argument.value.range
    }
    for parameter in function.parameters
    where parameter.standard == nil && values[parameter.name] == nil {
      throw error(
        Complaint(
          "\(name) needs the argument '\(parameter.name)'", remedy: "write \(function.signature)"),
        range)
    }
    do {
      return try function.body(Arguments(values: values))
    } catch let complaint as Complaint {
      throw error(complaint, complaint.parameter.flatMap { ranges[$0] } ?? range)
    }
  }

  private func parameter(
    of function: Function, _ argument: Expression.Argument, _ position: Int
  ) throws -> String {
    let names = function.parameters.map(\.name)
    if let key = argument.key {
      guard names.contains(key) else {
        throw error(
          Complaint(
            "\(function.name) has no argument '\(key)'",
            remedy: Suggestion.question(for: key, in: names) ?? "write \(function.signature)"),
          argument.range.lowerBound..<argument.range.lowerBound + key.count)
      }
      return key
    }
    guard position < names.count else {
      throw error(
        Complaint(
          "\(function.name) takes \(names.count == 1 ? "one argument" : "\(names.count) arguments")",
          remedy: "write \(function.signature)"), argument.range)
    }
    return names[position]
  }

  private func unknown(_ name: String) -> Complaint {
    if Glassbox.commandNames.contains(name) {
      return Complaint(
        "\(name) is a command, not a function",
        remedy: "begin the cell with it, without brackets: \(name) …")
    }
    if let value = try? scope.value(named: name) {
      return Complaint(
        "'\(name)' is \(value.kind), not a function", remedy: "indices stand in [ ]: \(name)[0]")
    }
    return Complaint(
      "there is no function '\(name)'",
      remedy: Suggestion.question(for: name, in: Function.all.map(\.name))
        ?? "'?' lists the functions")
  }
}
