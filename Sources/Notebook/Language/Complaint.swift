/// What is wrong with an operation on values, before it is known where in the cell it stands. The
/// evaluator turns it into an `ExpressionError`.
struct Complaint: Error {
  let message: String
  let remedy: String?
  /// The function's parameter that is to blame.
  var parameter: String?

  init(_ message: String, remedy: String? = nil, parameter: String? = nil) {
    self.message = message
    self.remedy = remedy
    self.parameter = parameter
  }
}
