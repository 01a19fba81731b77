#if !SCALAR_KERNELS
  /// The innermost loop of the matrix product: a tile of six rows whose outputs stay in registers.
  enum Tile {
    #if WIDE_KERNELS
      /// Six rows of four vectors are 24 of AVX-512's 32 registers.
      typealias HalfRow = TwoRows<OneVector<SIMD16<Float>>>
      /// Terms to a block of a sum: a tile's rows are then 9 KiB, a third of the first cache.
      static let termsPerBlock = 384
      /// Terms of a that lie further apart, in floats, are packed: none, since a line of a serves so many products
      /// that there is time to fetch it again for each strip.
      static let farthestTerms = Int.max
    #else
      /// Six rows of two vectors are 12 of AVX2's 16 registers.
      typealias HalfRow = OneVector<SIMD8<Float>>
      /// More terms, since so narrow a tile is done with them four times as soon.
      static let termsPerBlock = 512
      /// 512 bytes: lines of a that share a place in the first cache do not stay there for the next strip.
      static let farthestTerms = 128
    #endif
    typealias Row = TwoRows<HalfRow>

    static let rows = 6
    static let columns = Row.width
    /// A tile with at most so many columns inside needs only half of the work.
    static let halfColumns = HalfRow.width
    /// So many terms at a time, one for each column if there are enough for six shares.
    @inline(__always)
    static func share(of terms: Int) -> Int { min(columns, max(terms / rows, 1)) }
    /// Room for one tile.
    static var empty: (Row, Row, Row, Row, Row, Row) {
      (.zero, .zero, .zero, .zero, .zero, .zero)
    }

    /// c[r, j] = (`continues` ? c[r, j] : 0) + Σₚ a[r, p]·b[p, j] (+ the addend's), the terms fused and added in order
    /// of p, for tiles side by side; all three lie as `layout` says.
    /// - Parameters:
    ///   - isHalf: whether only the first `halfColumns` columns of one tile are wanted
    ///   - tiles: how many
    ///   - a: [rows, terms]
    ///   - b: [terms, columns] of the first tile
    ///   - c: [rows, columns] of the first tile
    ///   - addend: from the first tile's first element on
    ///   - next: the tile after these, whose lines are asked for meanwhile
    @inline(__always)
    static func multiply(
      _ layout: TileLayout, isHalf: Bool, tiles: Int, a: UnsafePointer<Float>,
      b: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>, plus addend: Addend?, next: NextTile
    ) {
      let lower = a + 3 * layout.aRowStep
      if isHalf {
        multiply(HalfRow.self, layout, tiles, a, lower, b, c, addend, next)
      } else {
        multiply(Row.self, layout, tiles, a, lower, b, c, addend, next)
      }
    }

    /// Two pointers and one step reach all rows with the processor's own address arithmetic; as
    /// arguments of a call they stay two, where the compiler would compute one from the other.
    @inline(never)
    private static func multiply<Outputs: TileRow>(
      _: Outputs.Type, _ layout: TileLayout, _ tiles: Int, _ upper: UnsafePointer<Float>,
      _ lower: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>,
      _ addend: Addend?, _ next: NextTile
    ) {
      var (b, c, addend) = (b, c, addend)
      for tile in 1...tiles {
        let right = c + Outputs.width
        multiply(
          Outputs.self, layout, upper, lower, b, c, addend,
          tile < tiles ? NextTile(c: right, cRowStep: layout.cRowStep) : next)
        b += layout.bStripStep
        c = right
        addend = addend?.at(row: 0, column: Outputs.width)
      }
    }

    @inline(__always)
    private static func multiply<Outputs: TileRow>(
      _: Outputs.Type, _ layout: TileLayout, _ upper: UnsafePointer<Float>,
      _ lower: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>,
      _ addend: Addend?, _ next: NextTile
    ) {
      let (aRowStep, cRowStep) = (layout.aRowStep, layout.cRowStep)
      var c0 = Outputs.zero, c1 = Outputs.zero, c2 = Outputs.zero
      var c3 = Outputs.zero, c4 = Outputs.zero, c5 = Outputs.zero
      if layout.continues {
        c0 = .load(c)
        c1 = .load(c + cRowStep)
        c2 = .load(c + 2 * cRowStep)
        c3 = .load(c + 3 * cRowStep)
        c4 = .load(c + 4 * cRowStep)
        c5 = .load(c + 5 * cRowStep)
      }
      var (upper, lower, b) = (upper, lower, b)
      // Before each share of the terms, a row of the next tile is asked for, and scattered lines with each
      // term; the chains go on.
      let wholeShare = share(of: layout.terms)
      var (row, termsLeft, groups) = (0, layout.terms, next.lines.first)
      while termsLeft > 0 {
        if row < rows { next.fetch(row: row, aRowStep: aRowStep) }
        let share = min(wholeShare, termsLeft)
        var group = groups
        for _ in 0..<share {
          ScatteredLines.fetch(group)
          group += next.lines.step
          let terms = Outputs.load(b)
          c0.add(upper[0], times: terms)
          c1.add(upper[aRowStep], times: terms)
          c2.add(upper[2 * aRowStep], times: terms)
          c3.add(lower[0], times: terms)
          c4.add(lower[aRowStep], times: terms)
          c5.add(lower[2 * aRowStep], times: terms)
          upper += layout.aTermStep
          lower += layout.aTermStep
          b += layout.bTermStep
        }
        row += 1
        termsLeft -= share
        groups += next.lines.shareStep
      }
      if let bias = addend?.bias {
        let numbers = Outputs.load(bias)
        c0.add(numbers)
        c1.add(numbers)
        c2.add(numbers)
        c3.add(numbers)
        c4.add(numbers)
        c5.add(numbers)
      }
      if let addend, let elements = addend.elements {
        c0.add(.load(elements))
        c1.add(.load(elements + addend.rowStep))
        c2.add(.load(elements + 2 * addend.rowStep))
        c3.add(.load(elements + 3 * addend.rowStep))
        c4.add(.load(elements + 4 * addend.rowStep))
        c5.add(.load(elements + 5 * addend.rowStep))
      }
      c0.store(c)
      c1.store(c + cRowStep)
      c2.store(c + 2 * cRowStep)
      c3.store(c + 3 * cRowStep)
      c4.store(c + 4 * cRowStep)
      c5.store(c + 5 * cRowStep)
    }
  }

  /// Outputs of a tile that lie side by side, in one register or more. In one file with the tile, so
  /// that a compiler which sees only one file still knows what it may inline.
  protocol TileRow {
    static var width: Int { get }
    static var zero: Self { get }
    static func load(_ pointer: UnsafePointer<Float>) -> Self
    func store(_ pointer: UnsafeMutablePointer<Float>)
    /// self + factor·terms, fused, lane by lane.
    mutating func add(_ factor: Float, times terms: Self)
    /// self + numbers, lane by lane.
    mutating func add(_ numbers: Self)
  }

  /// One register.
  struct OneVector<Vector: SIMD>: TileRow where Vector.Scalar == Float {
    private var lanes: Vector

    @inline(__always)
    static var width: Int { Vector.scalarCount }

    @inline(__always)
    static var zero: Self { Self(lanes: .zero) }

    @inline(__always)
    static func load(_ pointer: UnsafePointer<Float>) -> Self {
      Self(lanes: UnsafeRawPointer(pointer).loadUnaligned(as: Vector.self))
    }

    @inline(__always)
    func store(_ pointer: UnsafeMutablePointer<Float>) {
      UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Vector.self)
    }

    @inline(__always)
    mutating func add(_ factor: Float, times terms: Self) {
      lanes = lanes.addingProduct(Vector(repeating: factor), terms.lanes)
    }

    @inline(__always)
    mutating func add(_ numbers: Self) { lanes += numbers.lanes }
  }

  /// Two of them in a row.
  struct TwoRows<Half: TileRow>: TileRow {
    private var left: Half
    private var right: Half

    @inline(__always)
    static var width: Int { 2 * Half.width }

    @inline(__always)
    static var zero: Self { Self(left: .zero, right: .zero) }

    @inline(__always)
    static func load(_ pointer: UnsafePointer<Float>) -> Self {
      Self(left: .load(pointer), right: .load(pointer + Half.width))
    }

    @inline(__always)
    func store(_ pointer: UnsafeMutablePointer<Float>) {
      left.store(pointer)
      right.store(pointer + Half.width)
    }

    @inline(__always)
    mutating func add(_ factor: Float, times terms: Self) {
      left.add(factor, times: terms.left)
      right.add(factor, times: terms.right)
    }

    @inline(__always)
    mutating func add(_ numbers: Self) {
      left.add(numbers.left)
      right.add(numbers.right)
    }
  }
#endif
