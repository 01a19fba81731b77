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
      multiply(task, of: plan, room, isPacked: memory.content == panel)
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
      for task in 0..<plan.tasks { multiply(task, of: plan, room, isPacked: false) }
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
  ///   - isPacked: whether the task's strips lie in it already
  private func multiply(
    _ task: Int, of plan: ProductPlan, _ room: UnsafeMutablePointer<Float>, isPacked: Bool
  ) {
    let strips = plan.strips(of: task)
    let packed = room + Self.asideCount
    let place =
      isReadWhereItLies
      ? StripPlace(
        b: b.at(row: terms.lowerBound, column: strips.lowerBound * Tile.columns),
        stripStep: Tile.columns, termStep: b.rowStride)
      : StripPlace(b: packed, stripStep: terms.count * Tile.columns, termStep: Tile.columns)
    multiply(
      plan.tiles(of: task), strips, place, packed: isReadWhereItLies || isPacked ? nil : packed,
      aside: room)
  }

  /// Where a task's strips of b lie.
  private struct StripPlace {
    /// The first.
    let b: UnsafePointer<Float>
    /// Elements from strip to strip, and from term to term.
    let stripStep: Int
    let termStep: Int
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

  /// The first row of tiles packs each strip just before it multiplies with it, while the lines of the
  /// next one are on their way.
  /// - Parameters:
  ///   - place: of the strips
  ///   - packed: where the strips are still to be packed, if anywhere
  ///   - aside: room for a packed tile of a
  private func multiply(
    _ tiles: Range<Int>, _ strips: Range<Int>, _ place: StripPlace,
    packed: UnsafeMutablePointer<Float>?, aside: UnsafeMutablePointer<Float>
  ) {
    var edge = Tile.empty
    withUnsafeMutableBytes(of: &edge) {
      guard let edge = $0.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      for tile in tiles {
        let source = source(tile, aside, bTermStep: place.termStep)
        let packed = tile == tiles.lowerBound ? packed : nil
        for strip in strips {
          let step = (strip - strips.lowerBound) * place.stripStep
          if let packed { pack(strip, into: packed + step) }
          guard strip * Tile.columns < source.columns else { continue }
          let next =
            strip + 1 < strips.upperBound
            ? next(tile, strip + 1, isPackedNext: packed != nil)
            : next(row: tile + 1, strips.lowerBound)
          let b = place.b + step + source.skippedTerms * place.termStep
          multiply(source, b, columns(of: strip, within: source.columns), edge, next)
        }
      }
    }
  }

  /// A call of its own leaves the registers to the loop around it.
  /// - Parameter packed: room for [terms, `Tile.columns`]
  @inline(never)
  private func pack(_ strip: Int, into packed: UnsafeMutablePointer<Float>) {
    Packing.pack(
      b, terms: terms, width: Tile.columns, columns: columns(of: strip), into: packed)
  }

  /// What the next tile of the same rows writes, and the lines of its strip if that is packed then.
  @inline(__always)
  private func next(_ tile: Int, _ strip: Int, isPackedNext: Bool) -> NextTile {
    let c = corner(tile, strip)
    let lines =
      isPackedNext
      ? ScatteredLines(b, row: terms.lowerBound, column: strip * Tile.columns, terms: terms.count)
      : ScatteredLines(at: c)
    return NextTile(c: c, cRowStep: rowStride, rows: nil, lines: lines)
  }

  /// What the first tile of the next rows writes, and what it reads of a. There may be no such tile.
  @inline(__always)
  private func next(row tile: Int, _ strip: Int) -> NextTile {
    let c = corner(tile, strip)
    let first = tile * Tile.rows
    if a.columnStride == 1 {
      let rows = a.at(row: first, column: terms.lowerBound)
      return NextTile(c: c, cRowStep: rowStride, rows: rows, lines: ScatteredLines(at: c))
    }
    let lines = ScatteredLines(
      a.transposed, row: terms.lowerBound, column: first, terms: terms.count)
    return NextTile(c: c, cRowStep: rowStride, rows: nil, lines: lines)
  }

  private func corner(_ tile: Int, _ strip: Int) -> UnsafeMutablePointer<Float> {
    c + tile * Tile.rows * rowStride + strip * Tile.columns
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

  /// As it lies, if there are as many rows as a tile has; then a tile over the lower edge begins higher.
  /// Or else packed, padded with zeros.
  private func source(
    _ tile: Int, _ aside: UnsafeMutablePointer<Float>, bTermStep: Int
  ) -> Source {
    let written = tile * Tile.rows..<min((tile + 1) * Tile.rows, rows)
    let terms = triangle.terms(terms, of: written)
    func source(_ a: UnsafePointer<Float>, rowStep: Int, termStep: Int, first: Int) -> Source {
      let layout = TileLayout(
        terms: terms.count, aRowStep: rowStep, aTermStep: termStep, bTermStep: bTermStep,
        cRowStep: rowStride, continues: continues)
      return Source(
        a: a, layout: layout, first: first, rows: written,
        columns: triangle.columns(columns, of: written),
        skippedTerms: terms.lowerBound - self.terms.lowerBound)
    }
    guard rows < Tile.rows else {
      let first = min(written.lowerBound, rows - Tile.rows)
      return source(
        a.at(row: first, column: terms.lowerBound), rowStep: a.rowStride, termStep: a.columnStride,
        first: first)
    }
    pack(written, terms, aside: aside)
    return source(aside, rowStep: 1, termStep: Tile.rows, first: written.lowerBound)
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
    let corner = c + source.rows.lowerBound * rowStride + columns.lowerBound
    let isHalf = columns.count <= Tile.halfColumns
    if source.rows.count == Tile.rows
      && columns.count == (isHalf ? Tile.halfColumns : Tile.columns)
    {
      Tile.multiply(
        source.layout, isHalf: isHalf, a: source.a, b: b, c: corner,
        plus: addend?.at(row: source.rows.lowerBound, column: columns.lowerBound), next: next)
      return
    }
    let inside = edge + (source.rows.lowerBound - source.first) * Tile.columns
    let size = (source.rows.count, columns.count)
    if continues { copy(size, from: corner, rowStride, to: inside, Tile.columns) }
    Tile.multiply(
      source.layout.writing(cRowStep: Tile.columns), isHalf: isHalf, a: source.a, b: b, c: edge,
      plus: nil, next: next)
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
