import Models
import Text

extension Function {
  /// Functions of texts and tokens.
  static let texts: [Function] = [
    Function(
      "encode", ["text"], "the token ids of a text, as a list",
      example: "encode(\"the ferry\")"
    ) {
      let text = try $0.text("text")
      return Value(try $0.computation.surroundings.tokenizer().encode(text))
    },
    Function(
      "decode", ["ids"], "the text that token ids stand for",
      example: "decode(encode(\"the ferry\"))"
    ) { arguments in
      let tokenizer = try arguments.computation.surroundings.tokenizer()
      return try arguments.blaming("ids") {
        let ids = try arguments.tensor("ids").tensor.values.map { try $0.wholeNumber() }
        do { return .text(try tokenizer.decodeText(ids)) } catch let error as TokenizerError {
          throw Complaint(String(describing: error))
        }
      }
    },
    Function(
      "contains", ["text", "part"], "whether a text holds a part, or a list an item",
      example: "contains(\"the ferry\", \"fer\")"
    ) { arguments in
      if case .list(let items) = try arguments.value("text") {
        let item = try arguments.value("part")
        return .truth(items.contains { Comparison.areEqual($0, item) })
      }
      let (text, part) = (try arguments.text("text"), try arguments.text("part"))
      return .truth(part.isEmpty || text.contains(part))
    },
    Function(
      "startswith", ["text", "part"], "whether a text begins with a part",
      example: "startswith(\"ferry\", \"fer\")"
    ) {
      .truth(try $0.text("text").hasPrefix(try $0.text("part")))
    },
    predict,
    Function("lower", ["text"], "a text in small letters", example: "lower(\"FERRY\")") {
      .text(try $0.text("text").lowercased())
    },
  ]

  /// The one function of texts that asks the model.
  static let predict = Function(
    "predict", ["text"], "the text of the model's most probable next token",
    example: "predict(\"the ferry\")"
  ) { arguments in
    let surroundings = arguments.computation.surroundings
    guard let model = surroundings.model,
      let logits = Piece.all(of: model.configuration).first(where: { $0.name == "logits" })
    else { throw Complaint("there is no model yet", remedy: "`train` or `model` makes one") }
    let prompt = try arguments.blaming("text") {
      try PiecePrompt(
        .text(arguments.text("text")), model.configuration, arguments.computation)
    }
    let values = try PieceCall(logits, model, arguments.computation).value(of: prompt)
    let row = try values.tensorValue().tensor.values.suffix(model.configuration.vocabulary)
    // Ties go to the lowest id.
    let id = row.indices.max { (row[$0], $1) < (row[$1], $0) } ?? row.startIndex
    return .text(try surroundings.tokenizer().decodeText([id - row.startIndex]))
  }
}
