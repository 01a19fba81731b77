/// An expression's syntax tree. Every node knows where it stands in its source.
package struct Expression: Equatable, Sendable {
  package indirect enum Form: Equatable, Sendable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case name(String)
    case list([Expression])
    case call(String, [Argument])
    case index(Expression, [Selector])
    /// `x.T`
    case transpose(Expression)
    /// `x.shape`
    case shape(Expression)
    case negative(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
  }

  /// One argument of a call: `x`, or `tolerance: 1e-4`.
  package struct Argument: Equatable, Sendable {
    let key: String?
    let value: Expression
    /// Key and value.
    let range: Range<Int>
  }

  /// One entry between an index's brackets.
  package enum Selector: Equatable, Sendable {
    case position(Expression)
    /// `1:5`, `::2`
    case slice(start: Expression?, stop: Expression?, step: Expression?, range: Range<Int>)
    /// `...`: all axes that the other entries leave.
    case rest(range: Range<Int>)
  }

  package let form: Form
  /// In characters of the source.
  package let range: Range<Int>
}

extension Expression.Selector {
  var range: Range<Int> {
    switch self {
    case .position(let expression): expression.range
    case .slice(_, _, _, let range), .rest(let range): range
    }
  }
}
