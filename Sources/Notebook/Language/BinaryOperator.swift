/// An operator between two operands.
package enum BinaryOperator: String, CaseIterable, Sendable {
  case or, and
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case matrixProduct = "@"
  case power = "^"

  /// Higher binds tighter. `not` binds between `and` and the comparisons, a sign between `*` and `^`.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: 4
    case .add, .subtract: 5
    case .multiply, .divide, .matrixProduct: 6
    case .power: 8
    }
  }

  static let notPrecedence = 3
  static let signPrecedence = 7

  var isComparison: Bool { precedence == 4 }
}
