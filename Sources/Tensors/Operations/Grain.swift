/// How much work is worth handing to another thread. Never changes a result.
enum Grain {
  static let elements = 16_384
  static let columns = 64
  /// Rows of `size` elements to a task.
  static func rows(of size: Int) -> Int { max(1, elements / max(size, 1)) }
}
