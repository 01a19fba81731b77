/// One word of the cell language.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case text(String)
    /// Letters, digits and `_`, with dots between: `blocks.0.attn.q`.
    case name(String)
    case symbol(String)
    case end
  }

  let kind: Kind
  /// In characters of the source.
  let range: Range<Int>

  /// As an error names it.
  var spelling: String {
    switch kind {
    case .number(let number): "the number \(NumberFormat.exact(number))"
    case .text: "a text"
    case .name(let name): "'\(name)'"
    case .symbol(let symbol): "'\(symbol)'"
    case .end: "the end"
    }
  }
}
