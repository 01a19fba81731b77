/// A part of one side of a product, [terms, outputs], and its packed order: for each block of terms,
/// for each strip of `width` outputs, [term, output of the strip], padded with zeros.
struct Panel {
  private let matrix: MatrixView
  private let terms: Range<Int>
  private let outputs: Range<Int>
  private let width: Int
  /// Terms to a unit of packing, where the outputs of a term lie side by side.
  private static let termsPerUnit = 16

  init(_ matrix: MatrixView, terms: Range<Int>, outputs: Range<Int>, width: Int) {
    self.matrix = matrix
    self.terms = terms
    self.outputs = outputs
    self.width = width
  }

  var strips: Int { (outputs.count + width - 1) / width }
  /// Floats in packed order, padding included.
  var packedCount: Int { strips * width * terms.count }

  /// The outputs of a strip, counted over the whole matrix.
  func outputs(of strip: Int) -> Range<Int> {
    let first = firstOutput(of: strip)
    return first..<min(first + width, outputs.upperBound)
  }

  func firstOutput(of strip: Int) -> Int { outputs.lowerBound + strip * width }

  /// Where a strip of a block begins in packed order.
  @inline(__always)
  func place(of strip: Int, _ block: Range<Int>) -> Int {
    ((block.lowerBound - terms.lowerBound) * strips + strip * block.count) * width
  }

  func forEachBlock(_ body: (Range<Int>) -> Void) {
    for first in stride(from: terms.lowerBound, to: terms.upperBound, by: Tile.termsPerBlock) {
      body(first..<min(first + Tile.termsPerBlock, terms.upperBound))
    }
  }

  /// Packing falls into so many units, which any thread may do.
  var units: Int {
    guard matrix.columnStride == 1 else { return strips }
    return (terms.count + Self.termsPerUnit - 1) / Self.termsPerUnit
  }

  /// Packs one unit: a strip with all terms, or, where the outputs of a term lie side by side, a few
  /// terms of all strips. So memory is read as it lies.
  /// - Parameter width: this panel's, as a constant, so that the loops over it unroll
  @inline(__always)
  func pack(unit: Int, width: Int, into packed: UnsafeMutablePointer<Float>) {
    if matrix.columnStride == 1 {
      let first = terms.lowerBound + unit * Self.termsPerUnit
      pack(
        terms: first..<min(first + Self.termsPerUnit, terms.upperBound), strips: 0..<strips,
        width: width, into: packed)
    } else {
      pack(terms: terms, strips: unit..<unit + 1, width: width, into: packed)
    }
  }

  @inline(__always)
  private func pack(
    terms some: Range<Int>, strips: Range<Int>, width: Int,
    into packed: UnsafeMutablePointer<Float>
  ) {
    forEachBlock { block in
      let part = some.clamped(to: block)
      guard !part.isEmpty else { return }
      for strip in strips {
        Packing.pack(
          matrix, terms: part, width: width, columns: outputs(of: strip),
          into: packed + place(of: strip, block) + (part.lowerBound - block.lowerBound) * width)
      }
    }
  }
}
