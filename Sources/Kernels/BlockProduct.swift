/// The part of a product that comes from one block of its terms.
///
/// A tile of rows of a stays in the first cache while strips of b pass by from the second.
struct BlockProduct {
  let a: MatrixView
  let b: MatrixView
  let rows: Int
  let columns: Int
  let terms: Range<Int>
  let c: UnsafeMutablePointer<Float>
  /// Elements of c from row to row.
  let rowStride: Int
  /// Whether the chains go on from what c holds.
  let continues: Bool
  /// Which of its tiles and terms are left out.
  let triangle: Triangle
  /// What is added at the end, if this is the last block.
  let addend: Addend?

  /// For all threads. Each packs for itself what it multiplies with of b, if anything, and so reads
  /// nothing again that another reads too.
  func loop(threads: Int) -> Loop {
    let plan = plan(threads: threads)
    return Loop(plan.tasks) { task, memory in
      let room = memory.reserve(roomCount(plan))
      let panel = plan.strips(of: task).lowerBound
      multiply(task, of: plan, room, isFirst: memory.content != panel)
      memory.content = panel
    }
  }

  /// On the calling thread alone.
  func multiply() {
    let plan = plan(threads: 1)
    withUnsafeTemporaryAllocation(
      byteCount: roomCount(plan) * MemoryLayout<Float>.stride, alignment: WorkerPool.alignment
    ) {
      guard let room = $0.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      for task in 0..<plan.tasks { multiply(task, of: plan, room, isFirst: true) }
    }
  }

  private func plan(threads: Int) -> ProductPlan {
    ProductPlan(rows: rows, columns: columns, terms: terms.count, threads: threads)
  }

  /// For a packed tile of a, then a task's strips if they are packed.
  private func roomCount(_ plan: ProductPlan) -> Int {
    Self.asideCount + (isReadWhereItLies ? 0 : plan.panelCount)
  }

  /// - Parameters:
  ///   - room: of `roomCount` floats
  ///   - isFirst: whether this thread reads the task's strips for the first time
  private func multiply(
    _ task: Int, of plan: ProductPlan, _ room: UnsafeMutablePointer<Float>, isFirst: Bool
  ) {
    let strips = plan.strips(of: task)
    let packed = isReadWhereItLies ? nil : room + Self.asideCount
    let place = place(of: strips, packed: packed)
    var tiles = plan.tiles(of: task)
    var edge = Tile.empty
    withUnsafeMutableBytes(of: &edge) {
      guard let edge = $0.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      if isFirst {
        multiplyFirst(tiles.removeFirst(), strips, place, packed: packed, aside: room, edge)
      }
      for tile in tiles {
        let source = source(tile, room, place)
        multiply(source, strips, place, edge, next(row: tile + 1, strips.lowerBound))
      }
    }
  }

  /// The first row of tiles packs each strip, if it is to be packed, just before it multiplies with it, while
  /// the lines of the next one are on their way.
  /// - Parameters:
  ///   - packed: where the strips are to be packed, if anywhere
  ///   - aside: room for a packed tile of a
  private func multiplyFirst(
    _ tile: Int, _ strips: Range<Int>, _ place: StripPlace,
    packed: UnsafeMutablePointer<Float>?, aside: UnsafeMutablePointer<Float>,
    _ edge: UnsafeMutablePointer<Float>
  ) {
    let source = source(tile, aside, place)
    for strip in strips {
      if let packed { pack(strip, into: packed + (strip - place.first) * place.stripStep) }
      let next =
        strip + 1 < strips.upperBound
        ? nextStrip(source, strip + 1, isFresh: true) : next(row: tile + 1, strips.lowerBound)
      multiply(source, strip..<strip + 1, place, edge, next)
    }
  }

  /// Where a task's strips of b lie.
  private struct StripPlace {
    /// The number of the first, and where it begins.
    let first: Int
    let b: UnsafePointer<Float>
    /// Elements from strip to strip, and from term to term.
    let stripStep: Int
    let termStep: Int

    /// A strip's first term that a tile needs.
    func at(_ strip: Int, _ source: Source) -> UnsafePointer<Float> {
      b + (strip - first) * stripStep + source.skippedTerms * termStep
    }
  }

  private func place(of strips: Range<Int>, packed: UnsafeMutablePointer<Float>?) -> StripPlace {
    let first = strips.lowerBound
    if let packed {
      return StripPlace(
        first: first, b: packed, stripStep: terms.count * Tile.columns, termStep: Tile.columns)
    }
    return StripPlace(
      first: first, b: b.at(row: terms.lowerBound, column: first * Tile.columns),
      stripStep: Tile.columns, termStep: b.rowStride)
  }

  /// Whether b need not be packed: few terms or terms close together, and strips that are whole.
  private var isReadWhereItLies: Bool {
    let rest = columns % Tile.columns
    return b.columnStride == 1 && (rest == 0 || rest == Tile.halfColumns)
      && (terms.count <= Self.fewTerms || b.rowStride <= Self.closeTerms)
  }

  /// So many rows of b, where they lie, are read about as fast as if they were packed.
  private static let fewTerms = 64
  /// And so are rows that begin no further apart than so many floats, 512 bytes.
  private static let closeTerms = 128
  /// Room for one packed tile of a, a multiple of a cache line.
  private static let asideCount = (Tile.rows * Tile.termsPerBlock + 15) / 16 * 16

  private func columns(of strip: Int) -> Range<Int> {
    strip * Tile.columns..<min((strip + 1) * Tile.columns, columns)
  }

  /// Half of the strip, if no more is wanted.
  private func columns(of strip: Int, within wanted: Int) -> Range<Int> {
    let all = columns(of: strip)
    let half = all.lowerBound + Tile.halfColumns
    return wanted <= half ? all.clamped(to: all.lowerBound..<half) : all
  }

  /// The tiles of some strips: whole ones in one call, then those over an edge or of half a strip.
  @inline(__always)
  private func multiply(
    _ source: Source, _ strips: Range<Int>, _ place: StripPlace,
    _ edge: UnsafeMutablePointer<Float>, _ next: NextTile
  ) {
    var rest = strips
    let whole = min(source.columns / Tile.columns, strips.upperBound) - strips.lowerBound
    if whole > 0 && source.rows.count == Tile.rows {
      rest = strips.dropFirst(whole)
      Tile.multiply(
        source.layout, isHalf: false, tiles: whole, a: source.a,
        b: place.at(strips.lowerBound, source),
        c: corner(source.rows.lowerBound, strips.lowerBound),
        plus: addend?.at(row: source.rows.lowerBound, column: strips.lowerBound * Tile.columns),
        next: rest.isEmpty ? next : nextStrip(source, rest.lowerBound))
    }
    for strip in rest where strip * Tile.columns < source.columns {
      multiply(
        source, place.at(strip, source), columns(of: strip, within: source.columns), edge,
        strip + 1 < rest.upperBound ? nextStrip(source, strip + 1) : next)
    }
  }

  /// A call of its own leaves the registers to the loop around it.
  /// - Parameter packed: room for [terms, `Tile.columns`]
  @inline(never)
  private func pack(_ strip: Int, into packed: UnsafeMutablePointer<Float>) {
    Packing.pack(
      b, terms: terms, width: Tile.columns, columns: columns(of: strip), into: packed)
  }

  /// What the next tile of the same rows writes, and what it reads of b, if that is read for the first time.
  @inline(__always)
  private func nextStrip(_ source: Source, _ strip: Int, isFresh: Bool = false) -> NextTile {
    let lines = ScatteredLines(
      b, row: terms.lowerBound, column: strip * Tile.columns, terms: terms.count)
    return NextTile(
      c: corner(source.rows.lowerBound, strip), cRowStep: rowStride, lines: isFresh ? lines : nil)
  }

  /// What the first tile of the next rows writes, and what it reads of a. There may be no such tile.
  @inline(__always)
  private func next(row tile: Int, _ strip: Int) -> NextTile {
    let first = tile * Tile.rows
    let c = corner(first, strip)
    if a.columnStride == 1 {
      return NextTile(
        c: c, cRowStep: rowStride, rows: a.at(row: first, column: terms.lowerBound))
    }
    return NextTile(
      c: c, cRowStep: rowStride,
      lines: ScatteredLines(
        a.transposed, row: terms.lowerBound, column: first, terms: terms.count))
  }

  private func corner(_ row: Int, _ strip: Int) -> UnsafeMutablePointer<Float> {
    c + row * rowStride + strip * Tile.columns
  }

  /// The elements of a that a tile reads, and what of c it writes.
  private struct Source {
    let a: UnsafePointer<Float>
    let layout: TileLayout
    /// The row of the first element, and the rows to write.
    let first: Int
    let rows: Range<Int>
    /// How many columns are wanted in these rows, and how many terms of the block are left out before.
    let columns: Int
    let skippedTerms: Int
  }

  /// As it lies, if there are as many rows as a tile has and the terms lie close enough together; else packed,
  /// padded with zeros. A tile over the lower edge begins higher.
  private func source(
    _ tile: Int, _ aside: UnsafeMutablePointer<Float>, _ place: StripPlace
  ) -> Source {
    let written = tile * Tile.rows..<min((tile + 1) * Tile.rows, rows)
    let terms = triangle.terms(terms, of: written)
    func source(_ a: UnsafePointer<Float>, rowStep: Int, termStep: Int, first: Int) -> Source {
      let layout = TileLayout(
        terms: terms.count, aRowStep: rowStep, aTermStep: termStep, bTermStep: place.termStep,
        bStripStep: place.stripStep, cRowStep: rowStride, continues: continues)
      return Source(
        a: a, layout: layout, first: first, rows: written,
        columns: triangle.columns(columns, of: written),
        skippedTerms: terms.lowerBound - self.terms.lowerBound)
    }
    let first = max(0, min(written.lowerBound, rows - Tile.rows))
    guard rows < Tile.rows || a.columnStride > Tile.farthestTerms else {
      return source(
        a.at(row: first, column: terms.lowerBound), rowStep: a.rowStride, termStep: a.columnStride,
        first: first)
    }
    pack(first..<min(first + Tile.rows, rows), terms, aside: aside)
    return source(aside, rowStep: 1, termStep: Tile.rows, first: first)
  }

  /// - Parameter aside: room for [terms, `Tile.rows`]
  @inline(never)
  private func pack(
    _ rows: Range<Int>, _ terms: Range<Int>, aside: UnsafeMutablePointer<Float>
  ) {
    Packing.pack(a.transposed, terms: terms, width: Tile.rows, columns: rows, into: aside)
  }

  /// One tile; over an edge it is computed aside and its inside copied.
  @inline(__always)
  private func multiply(
    _ source: Source, _ b: UnsafePointer<Float>, _ columns: Range<Int>,
    _ edge: UnsafeMutablePointer<Float>, _ next: NextTile
  ) {
    let corner = self.c + source.rows.lowerBound * rowStride + columns.lowerBound
    let isHalf = columns.count <= Tile.halfColumns
    if source.rows.count == Tile.rows
      && columns.count == (isHalf ? Tile.halfColumns : Tile.columns)
    {
      Tile.multiply(
        source.layout, isHalf: isHalf, tiles: 1, a: source.a, b: b, c: corner,
        plus: addend?.at(row: source.rows.lowerBound, column: columns.lowerBound), next: next)
      return
    }
    let inside = edge + (source.rows.lowerBound - source.first) * Tile.columns
    let size = (source.rows.count, columns.count)
    if continues { copy(size, from: corner, rowStride, to: inside, Tile.columns) }
    Tile.multiply(
      source.layout.writing(cRowStep: Tile.columns), isHalf: isHalf, tiles: 1, a: source.a, b: b,
      c: edge, plus: nil, next: next)
    copy(size, from: inside, Tile.columns, to: corner, rowStride)
    for row in source.rows {
      MatrixProduct.add(addend, row: row, columns: columns, to: c + row * rowStride)
    }
  }

  private func copy(
    _ size: (rows: Int, columns: Int), from source: UnsafePointer<Float>, _ sourceStride: Int,
    to target: UnsafeMutablePointer<Float>, _ targetStride: Int
  ) {
    for row in 0..<size.rows {
      (target + row * targetStride).update(from: source + row * sourceStride, count: size.columns)
    }
  }
}
