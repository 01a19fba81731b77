/// How much work is worth handing to another thread. Never changes a result.
enum Grain {
  static let elements = 16_384
  static let columns = 64
  /// Rows of `size` elements to a task; a multiple of four, since norms sum four at a time.
  static func rows(of size: Int) -> Int { (max(1, elements / max(size, 1)) + 3) & ~3 }
}
