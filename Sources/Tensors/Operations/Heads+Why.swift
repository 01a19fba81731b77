extension Heads {
  /// [b, h, t, d] → [b, t, h·D + d]
  static func merged(_ index: [Int], size: Int) -> [Int] {
    [index[0], index[2], index[1] * size + index[3]]
  }

  /// [b, t, h·D + d] → [b, h, t, d]
  static func parted(_ index: [Int], size: Int) -> [Int] {
    [index[0], index[2] / size, index[1], index[2] % size]
  }
}
