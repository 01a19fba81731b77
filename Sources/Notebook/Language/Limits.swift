/// How much expressions may take, so that no cell exhausts the machine or runs for ever.
package struct Limits: Sendable {
  /// Numbers in all tensors that one cell makes on its way.
  package var elements = 1 << 26
  /// Multiply-adds in one cell's matrix products.
  package var products = 1 << 37
  /// Numbers that all variables and outputs hold together.
  package var kept = 1 << 28
  /// Items in one list, those of the lists in it included.
  package var items = 1 << 20

  package init() {}

  /// Numbers in a tensor that is made of a list.
  static let stacked = 1 << 24
  /// Axes of a tensor.
  static let rank = 16
  /// How deep lists may nest.
  static let listDepth = 32
  /// UTF-8 bytes in a text.
  static let text = 1 << 20
}
