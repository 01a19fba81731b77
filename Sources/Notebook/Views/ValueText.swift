extension Value {
  fileprivate var hasAxes: Bool {
    if case .tensor(let labelled) = self { return labelled.shape.rank > 0 }
    return false
  }
}

/// How a value is shown: a tensor by one line of facts and a corner of its numbers, everything
/// else as it would be typed.
package enum ValueText {
  package static func text(of value: Value, on page: Page) -> String {
    switch value {
    case .tensor(let labelled) where labelled.shape.rank == 0:
      return NumberFormat.exact(labelled.tensor.scalar)
    case .tensor(let labelled):
      let summary = TensorSummary(labelled.tensor)
      let facts = wrapped([labelled.shape.description] + summary.facts, width: page.width)
      return (facts + TensorCorner(labelled: labelled).lines(width: page.width))
        .joined(separator: "\n")
    case .list(let items) where items.count <= shownTensors && items.contains(where: \.hasAxes):
      return items.enumerated().map { "[\($0.offset)]\n" + text(of: $0.element, on: page) }
        .joined(separator: "\n")
    default:
      return Prose.wrapped(literal(value), width: page.width)
    }
  }

  /// In how long a list tensors are shown one by one, and not by their shapes alone.
  private static let shownTensors = 8

  /// How many items of a list are written, those of the lists in it included.
  private static let itemLimit = 200

  /// A value as it would be typed; tensors in a list by their shape.
  static func literal(_ value: Value) -> String {
    var room = itemLimit
    return literal(value, room: &room)
  }

  private static func literal(_ value: Value, room: inout Int) -> String {
    switch value {
    case .number(let number): return NumberFormat.exact(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .text(let text): return quoted(text)
    case .tensor(let labelled):
      return labelled.shape.rank == 0
        ? NumberFormat.exact(labelled.tensor.scalar) : labelled.shape.description
    case .list(let items):
      var shown: [String] = []
      for item in items {
        guard room > 0 else {
          shown.append("… \(items.count) items")
          break
        }
        room -= 1
        shown.append(literal(item, room: &room))
      }
      return "[" + shown.joined(separator: ", ") + "]"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(displayWidth(of: character) == 0 ? "�" : character)
      }
    }
    return result + "\""
  }

  /// Parts some blanks apart, as many on a line as fit.
  static func wrapped(_ parts: [String], width: Int, gap: Int = 2) -> [String] {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, displayWidth(of: last) + gap + displayWidth(of: part) <= width {
        lines[lines.count - 1] = last + String(repeating: " ", count: gap) + part
      } else {
        lines.append(part)
      }
    }
    return lines
  }
}
