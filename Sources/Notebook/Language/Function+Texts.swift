extension Function {
  /// Functions of texts.
  static let texts: [Function] = [
    Function(
      "contains", [Parameter("text"), Parameter("part")],
      "whether a text holds a part, or a list an item"
    ) { arguments in
      if case .list(let items) = try arguments.value("text") {
        let item = try arguments.value("part")
        return .truth(items.contains { Comparison.areEqual($0, item) })
      }
      let (text, part) = (try arguments.text("text"), try arguments.text("part"))
      return .truth(part.isEmpty || text.contains(part))
    },
    Function(
      "startswith", [Parameter("text"), Parameter("part")], "whether a text begins with a part"
    ) {
      .truth(try $0.text("text").hasPrefix(try $0.text("part")))
    },
    Function("lower", [Parameter("text")], "a text in small letters") {
      .text(try $0.text("text").lowercased())
    },
  ]
}
