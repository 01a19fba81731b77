#if !WIDE_KERNELS && !SCALAR_KERNELS
  /// The innermost loop of the matrix product: a tile of 6 × 16 outputs held in twelve registers.
  enum Tile {
    static let rows = 6
    static let columns = 16
    /// A strip of b is then 16 KiB, half of the first cache.
    static let termsPerBlock = 256

    /// c[r, j] = (`continues` ? c[r, j] : 0) + Σₚ a[p, r]·b[p, j], the terms fused and added in order
    /// of p.
    /// - Parameters:
    ///   - depth: how many terms p runs over
    ///   - a: its element (r, p), as it lies, at a[r·rowStep + p·termStep]
    ///   - b: packed [depth, 16]
    ///   - c: [6, 16] with `rowStride` elements between rows
    static func multiply(
      depth: Int, a: UnsafePointer<Float>, rowStep: Int, termStep: Int, b: UnsafePointer<Float>,
      c: UnsafeMutablePointer<Float>, rowStride: Int, continues: Bool
    ) {
      var c00 = Lanes.zero, c01 = Lanes.zero, c10 = Lanes.zero, c11 = Lanes.zero
      var c20 = Lanes.zero, c21 = Lanes.zero, c30 = Lanes.zero, c31 = Lanes.zero
      var c40 = Lanes.zero, c41 = Lanes.zero, c50 = Lanes.zero, c51 = Lanes.zero
      if continues {
        c00 = .load(c); c01 = .load(c + 8)
        c10 = .load(c + rowStride); c11 = .load(c + rowStride + 8)
        c20 = .load(c + 2 * rowStride); c21 = .load(c + 2 * rowStride + 8)
        c30 = .load(c + 3 * rowStride); c31 = .load(c + 3 * rowStride + 8)
        c40 = .load(c + 4 * rowStride); c41 = .load(c + 4 * rowStride + 8)
        c50 = .load(c + 5 * rowStride); c51 = .load(c + 5 * rowStride + 8)
      }
      // Two pointers and one step reach all rows with the processor's own address arithmetic.
      var (a, d) = (a, a + 3 * rowStep)
      var b = b
      for _ in 0..<depth {
        let b0 = Lanes.load(b), b1 = Lanes.load(b + 8)
        let a0 = Lanes(repeating: a[0]), a1 = Lanes(repeating: a[rowStep])
        c00 = c00.addingProduct(a0, b0); c01 = c01.addingProduct(a0, b1)
        c10 = c10.addingProduct(a1, b0); c11 = c11.addingProduct(a1, b1)
        let a2 = Lanes(repeating: a[2 * rowStep]), a3 = Lanes(repeating: d[0])
        c20 = c20.addingProduct(a2, b0); c21 = c21.addingProduct(a2, b1)
        c30 = c30.addingProduct(a3, b0); c31 = c31.addingProduct(a3, b1)
        let a4 = Lanes(repeating: d[rowStep]), a5 = Lanes(repeating: d[2 * rowStep])
        c40 = c40.addingProduct(a4, b0); c41 = c41.addingProduct(a4, b1)
        c50 = c50.addingProduct(a5, b0); c51 = c51.addingProduct(a5, b1)
        a += termStep; d += termStep
        b += columns
      }
      c00.store(c); c01.store(c + 8)
      c10.store(c + rowStride); c11.store(c + rowStride + 8)
      c20.store(c + 2 * rowStride); c21.store(c + 2 * rowStride + 8)
      c30.store(c + 3 * rowStride); c31.store(c + 3 * rowStride + 8)
      c40.store(c + 4 * rowStride); c41.store(c + 4 * rowStride + 8)
      c50.store(c + 5 * rowStride); c51.store(c + 5 * rowStride + 8)
    }
  }
#endif
