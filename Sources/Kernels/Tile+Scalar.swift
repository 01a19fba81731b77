#if SCALAR_KERNELS
  import Foundation

  /// The innermost loop of the matrix product, one output after the other; its sizes fit nothing,
  /// on purpose.
  enum Tile {
    static let rows = 5
    static let columns = 7
    static let halfColumns = 3
    /// Terms to a block of a sum.
    static let termsPerBlock = 19
    /// Room for one tile.
    static var empty: SIMD64<Float> { .zero }

    /// c[r, j] = (`continues` ? c[r, j] : 0) + Σₚ a[p, r]·b[p, j], the terms fused and added in
    /// order of p.
    /// - Parameters:
    ///   - isHalf: whether only the first `halfColumns` columns are wanted
    ///   - depth: how many terms p runs over
    ///   - a: its element (r, p), as it lies, at a[r·rowStep + p·termStep]
    ///   - b: packed [depth, 7]
    ///   - c: [5, 7] with `rowStride` elements between rows
    ///   - next: not used
    static func multiply(
      isHalf: Bool, depth: Int, a: UnsafePointer<Float>, rowStep: Int, termStep: Int,
      b: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>, rowStride: Int, continues: Bool,
      next _: NextTile
    ) {
      for row in 0..<rows {
        for column in 0..<(isHalf ? halfColumns : columns) {
          let place = row * rowStride + column
          var sum = continues ? c[place] : 0
          for term in 0..<depth {
            sum = fma(a[row * rowStep + term * termStep], b[term * columns + column], sum)
          }
          c[place] = sum
        }
      }
    }
  }
#endif
