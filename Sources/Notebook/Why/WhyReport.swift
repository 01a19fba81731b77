/// How a number came about, for people and machines.
struct WhyReport: Report {
  let page: WhyPage
  /// Whether numbers are written with all the digits that tell them apart.
  let isExact: Bool
  /// Whether to say how to go on.
  let explainsMoves: Bool

  func encode(to encoder: any Encoder) throws { try page.encode(to: encoder) }

  func text(on page: Page) -> String {
    let body = WhyText(page: self.page, width: page.width, isExact: isExact)
    var blocks = [body.title] + self.page.steps.map { body.block($0) }
    if !self.page.origin.isEmpty {
      blocks.append(self.page.origin.map { body.folded($0) }.joined(separator: "\n"))
    }
    if explainsMoves {
      blocks.append(body.folded("`why 1` asks about #1, `why up` goes back"))
    }
    let text = blocks.joined(separator: "\n\n")
    guard page.colour != .none else { return text }
    return text.replacing(#/#[0-9]+/#) { Ink.code.paint(String($0.output), on: page) }
  }
}

/// The parts of a page as text.
struct WhyText {
  let page: WhyPage
  let width: Int
  let isExact: Bool

  /// Six significant digits, or fewer where room is scarce; all of them if that was asked for.
  func number(_ value: Float, digits: Int = 6) -> String {
    isExact ? NumberFormat.exact(value) : NumberFormat.short(value, digits: digits)
  }

  /// The number with its name, and where that is.
  var title: String {
    let index = page.index.isEmpty ? "" : "[\(WhyLabels.list(page.index.map(String.init)))]"
    let places = WhyLabels.list(page.places.map { "\($0.axis) \($0.text)" })
    let name = folded("\(page.name)\(index) = \(NumberFormat.exact(page.value))")
    return name + (places.isEmpty ? "" : "\n" + folded(places))
  }

  /// A quantity: its formula, what the letters stand for, and the terms of its sums.
  func block(_ step: WhyPage.Step) -> String {
    var lines = [formula(step)]
    if let remark = step.remark { lines.append(folded("(\(remark))")) }
    lines += step.definitions.map { folded($0) }
    let markWidth = step.operands.map { "#\($0.number)".count }.max() ?? 0
    for operand in step.operands {
      let mark = "#\(operand.number)".padded(to: markWidth)
      let symbol = operand.symbol == operand.label ? "" : operand.symbol + " = "
      lines.append(folded("\(mark) \(symbol)\(operand.label) = \(number(operand.value))"))
    }
    lines += step.sums.flatMap { sum($0) }
    return lines.joined(separator: "\n")
  }

  /// `symbol = formula = the formula with its numbers = value`, on one line if it fits.
  private func formula(_ step: WhyPage.Step) -> String {
    let numbers = FormulaText(number: { number($0) }).text(step.formula)
    let value = number(step.value)
    var parts = [step.text]
    if numbers != value, numbers != step.text { parts.append(numbers) }
    if value != step.text { parts.append(value) }
    if step.formula.isFused { parts[parts.count - 1] += " (fused)" }
    let line = "\(step.symbol) = \(parts.joined(separator: " = "))"
    if displayWidth(of: line) <= width { return line }
    let margin = min(displayWidth(of: step.symbol) + 1, 12)
    return parts.enumerated().map { position, part in
      position == 0
        ? folded("\(step.symbol) = \(part)", hanging: margin + 2)
        : folded("= \(part)", indent: margin, hanging: margin + 2)
    }.joined(separator: "\n")
  }

  /// A text in lines no wider than the page, broken at blanks where there are any. The first line is
  /// indented by `indent` columns, the others by `hanging`.
  func folded(_ text: String, indent: Int = 0, hanging: Int = 2) -> String {
    func blanks(_ count: Int) -> String {
      String(repeating: " ", count: min(count, width / 2))
    }
    var lines = [blanks(indent)]
    var isBegun = false
    for word in text.split(separator: " ").map(String.init) {
      let longer = lines[lines.count - 1] + (isBegun ? " " : "") + word
      if displayWidth(of: longer) <= width || !isBegun {
        lines[lines.count - 1] = longer
      } else {
        lines.append(blanks(hanging) + word)
      }
      isBegun = true
      while displayWidth(of: lines[lines.count - 1]) > width {
        let line = lines.removeLast()
        let head = line.prefix(fitting(line))
        lines += [String(head), blanks(hanging) + line.dropFirst(head.count)]
      }
    }
    return lines.joined(separator: "\n")
  }

  /// How many characters of a text fit on a line.
  private func fitting(_ text: String) -> Int {
    var used = 0
    return text.prefix { character in
      used += displayWidth(of: character)
      return used <= width
    }.count
  }
}
