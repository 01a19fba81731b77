import Models
import Tensors
import Text

extension Evaluator {
  /// What a part of the model makes of the arguments.
  func call(
    _ piece: Piece, of model: Model, _ given: [Expression.Argument], _ range: Range<Int>
  ) throws -> Value {
    guard given.count == piece.parameters.count, given.allSatisfy({ $0.key == nil }) else {
      let count = piece.parameters.count
      throw error(
        Complaint(
          "\(piece.name) takes \(count == 1 ? "one argument" : "\(count) arguments")",
          remedy: "write \(piece.signature)"), range)
    }
    let values = try given.map { try value(of: $0.value) }
    if piece.parameters[0].axes == nil {
      let prompt = try placed(given[0].value.range) {
        try PiecePrompt(values[0], model.configuration, computation)
      }
      return try placed(range) {
        try PieceCall(piece, model, computation).value(of: prompt)
      }
    }
    var inputs: [PieceInput] = []
    for (index, parameter) in piece.parameters.enumerated() {
      let input = try placed(given[index].value.range) {
        try PieceInput(values[index].tensorValue(), parameter, of: piece)
      }
      inputs.append(input)
    }
    return try placed(range) { try PieceCall(piece, model, computation).value(of: inputs) }
  }
}
