#if WIDE_KERNELS
  /// The innermost loop of the matrix product: a tile of 12 × 32 outputs held in twenty-four of
  /// AVX-512's thirty-two registers.
  enum Tile {
    static let rows = 12
    static let columns = 32
    /// Twelve rows of a are then 24 KiB, half of the first cache.
    static let termsPerBlock = 512

    private typealias Lanes = SIMD16<Float>

    /// c[r, j] = (`continues` ? c[r, j] : 0) + Σₚ a[p, r]·b[p, j], the terms fused and added in order
    /// of p.
    /// - Parameters:
    ///   - depth: how many terms p runs over
    ///   - a: its element (r, p), as it lies, at a[r·rowStep + p·termStep]
    ///   - b: packed [depth, 32]
    ///   - c: [12, 32] with `rowStride` elements between rows
    @inline(__always)
    static func multiply(
      depth: Int, a: UnsafePointer<Float>, rowStep: Int, termStep: Int, b: UnsafePointer<Float>,
      c: UnsafeMutablePointer<Float>, rowStride: Int, continues: Bool
    ) {
      multiply(
        depth: depth, a, a + 3 * rowStep, a + 6 * rowStep, a + 9 * rowStep, rowStep: rowStep,
        termStep: termStep, b: b, c: c, rowStride: rowStride, continues: continues)
    }

    /// Four pointers and one step reach all rows with the processor's own address arithmetic; as
    /// arguments of a call they stay four, where the compiler would compute one from the other.
    @inline(never)
    private static func multiply(
      depth: Int, _ a0: UnsafePointer<Float>, _ a3: UnsafePointer<Float>,
      _ a6: UnsafePointer<Float>, _ a9: UnsafePointer<Float>, rowStep: Int, termStep: Int,
      b: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>, rowStride: Int, continues: Bool
    ) {
      var c0x = Lanes.zero, c0y = Lanes.zero, c1x = Lanes.zero, c1y = Lanes.zero
      var c2x = Lanes.zero, c2y = Lanes.zero, c3x = Lanes.zero, c3y = Lanes.zero
      var c4x = Lanes.zero, c4y = Lanes.zero, c5x = Lanes.zero, c5y = Lanes.zero
      var c6x = Lanes.zero, c6y = Lanes.zero, c7x = Lanes.zero, c7y = Lanes.zero
      var c8x = Lanes.zero, c8y = Lanes.zero, c9x = Lanes.zero, c9y = Lanes.zero
      var c10x = Lanes.zero, c10y = Lanes.zero, c11x = Lanes.zero, c11y = Lanes.zero
      if continues {
        c0x = load(c); c0y = load(c + 16)
        c1x = load(c + rowStride); c1y = load(c + rowStride + 16)
        c2x = load(c + 2 * rowStride); c2y = load(c + 2 * rowStride + 16)
        c3x = load(c + 3 * rowStride); c3y = load(c + 3 * rowStride + 16)
        c4x = load(c + 4 * rowStride); c4y = load(c + 4 * rowStride + 16)
        c5x = load(c + 5 * rowStride); c5y = load(c + 5 * rowStride + 16)
        c6x = load(c + 6 * rowStride); c6y = load(c + 6 * rowStride + 16)
        c7x = load(c + 7 * rowStride); c7y = load(c + 7 * rowStride + 16)
        c8x = load(c + 8 * rowStride); c8y = load(c + 8 * rowStride + 16)
        c9x = load(c + 9 * rowStride); c9y = load(c + 9 * rowStride + 16)
        c10x = load(c + 10 * rowStride); c10y = load(c + 10 * rowStride + 16)
        c11x = load(c + 11 * rowStride); c11y = load(c + 11 * rowStride + 16)
      }
      var (a, d, g, h) = (a0, a3, a6, a9)
      var b = b
      for _ in 0..<depth {
        let x = load(b), y = load(b + 16)
        let a0 = Lanes(repeating: a[0])
        c0x = c0x.addingProduct(a0, x); c0y = c0y.addingProduct(a0, y)
        let a1 = Lanes(repeating: a[rowStep])
        c1x = c1x.addingProduct(a1, x); c1y = c1y.addingProduct(a1, y)
        let a2 = Lanes(repeating: a[2 * rowStep])
        c2x = c2x.addingProduct(a2, x); c2y = c2y.addingProduct(a2, y)
        let a3 = Lanes(repeating: d[0])
        c3x = c3x.addingProduct(a3, x); c3y = c3y.addingProduct(a3, y)
        let a4 = Lanes(repeating: d[rowStep])
        c4x = c4x.addingProduct(a4, x); c4y = c4y.addingProduct(a4, y)
        let a5 = Lanes(repeating: d[2 * rowStep])
        c5x = c5x.addingProduct(a5, x); c5y = c5y.addingProduct(a5, y)
        let a6 = Lanes(repeating: g[0])
        c6x = c6x.addingProduct(a6, x); c6y = c6y.addingProduct(a6, y)
        let a7 = Lanes(repeating: g[rowStep])
        c7x = c7x.addingProduct(a7, x); c7y = c7y.addingProduct(a7, y)
        let a8 = Lanes(repeating: g[2 * rowStep])
        c8x = c8x.addingProduct(a8, x); c8y = c8y.addingProduct(a8, y)
        let a9 = Lanes(repeating: h[0])
        c9x = c9x.addingProduct(a9, x); c9y = c9y.addingProduct(a9, y)
        let a10 = Lanes(repeating: h[rowStep])
        c10x = c10x.addingProduct(a10, x); c10y = c10y.addingProduct(a10, y)
        let a11 = Lanes(repeating: h[2 * rowStep])
        c11x = c11x.addingProduct(a11, x); c11y = c11y.addingProduct(a11, y)
        a += termStep; d += termStep; g += termStep; h += termStep
        b += columns
      }
      store(c0x, c); store(c0y, c + 16)
      store(c1x, c + rowStride); store(c1y, c + rowStride + 16)
      store(c2x, c + 2 * rowStride); store(c2y, c + 2 * rowStride + 16)
      store(c3x, c + 3 * rowStride); store(c3y, c + 3 * rowStride + 16)
      store(c4x, c + 4 * rowStride); store(c4y, c + 4 * rowStride + 16)
      store(c5x, c + 5 * rowStride); store(c5y, c + 5 * rowStride + 16)
      store(c6x, c + 6 * rowStride); store(c6y, c + 6 * rowStride + 16)
      store(c7x, c + 7 * rowStride); store(c7y, c + 7 * rowStride + 16)
      store(c8x, c + 8 * rowStride); store(c8y, c + 8 * rowStride + 16)
      store(c9x, c + 9 * rowStride); store(c9y, c + 9 * rowStride + 16)
      store(c10x, c + 10 * rowStride); store(c10y, c + 10 * rowStride + 16)
      store(c11x, c + 11 * rowStride); store(c11y, c + 11 * rowStride + 16)
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
      UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
    }

    @inline(__always)
    private static func store(_ lanes: Lanes, _ pointer: UnsafeMutablePointer<Float>) {
      UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Lanes.self)
    }
  }
#endif
