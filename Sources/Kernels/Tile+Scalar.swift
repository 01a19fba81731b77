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
    /// Terms of a that lie further apart, in floats, are packed.
    static let farthestTerms = 11
    static func share(of terms: Int) -> Int { terms }
    /// Room for one tile.
    static var empty: SIMD64<Float> { .zero }

    /// c[r, j] = (`continues` ? c[r, j] : 0) + Σₚ a[r, p]·b[p, j] (+ the addend's), the terms fused and added in
    /// order of p, for tiles side by side; all three lie as `layout` says.
    /// - Parameters:
    ///   - isHalf: whether only the first `halfColumns` columns of one tile are wanted
    ///   - tiles: how many
    ///   - a: [rows, terms]
    ///   - b: [terms, columns] of the first tile
    ///   - c: [rows, columns] of the first tile
    ///   - addend: from the first tile's first element on
    static func multiply(
      _ layout: TileLayout, isHalf: Bool, tiles: Int, a: UnsafePointer<Float>,
      b: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>, plus addend: Addend?,
      next _: NextTile
    ) {
      for row in 0..<rows {
        for column in 0..<(isHalf ? halfColumns : tiles * columns) {
          let b = b + column / columns * layout.bStripStep + column % columns
          let place = row * layout.cRowStep + column
          var sum = layout.continues ? c[place] : 0
          for term in 0..<layout.terms {
            sum = fma(
              a[row * layout.aRowStep + term * layout.aTermStep], b[term * layout.bTermStep], sum)
          }
          if let bias = addend?.bias { sum += bias[column] }
          if let addend, let elements = addend.elements {
            sum += elements[row * addend.rowStep + column]
          }
          c[place] = sum
        }
      }
    }
  }
#endif
