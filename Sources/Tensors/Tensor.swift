import Kernels

/// An immutable view of floats with named axes, contiguous in row-major order.
///
/// Copies are cheap: they share their storage. Whoever writes (`withMutableElements`) first gets a
/// storage of its own if another tensor still looks at it, so a tensor once handed out never
/// changes.
package struct Tensor: @unchecked Sendable {
  package let shape: Shape
  package private(set) var storage: Storage
  /// Where this tensor begins in its storage, in elements.
  package private(set) var offset: Int

  /// A view of `shape.count` elements of `storage` from `offset` on.
  package init(_ shape: Shape, storage: Storage, offset: Int = 0) {
    precondition(
      offset >= 0 && offset + shape.count <= storage.count,
      "\(shape) at \(offset) does not fit a storage of \(storage.count)")
    self.shape = shape
    self.storage = storage
    self.offset = offset
  }

  /// `values` in row-major order; there must be exactly `shape.count` of them.
  package init(_ shape: Shape, _ values: [Float]) {
    precondition(values.count == shape.count, "\(values.count) values for \(shape)")
    let storage = Storage(uninitialized: values.count)
    values.withUnsafeBufferPointer {
      if let base = $0.baseAddress { storage.pointer.update(from: base, count: values.count) }
    }
    self.init(shape, storage: storage)
  }

  package init(scalar value: Float) { self.init(.scalar, [value]) }

  /// A tensor whose elements `fill` writes; it must write all of them.
  package init(_ shape: Shape, fill: (UnsafeMutablePointer<Float>) -> Void) {
    let storage = Storage(uninitialized: shape.count)
    fill(storage.pointer)
    self.init(shape, storage: storage)
  }

  package static func zeros(_ shape: Shape) -> Tensor {
    Tensor(shape, storage: Storage(zeros: shape.count))
  }

  package var count: Int { shape.count }
  /// Valid as long as this tensor lives; for the kernels.
  package var pointer: UnsafePointer<Float> { UnsafePointer(storage.pointer + offset) }
  package var values: [Float] { Array(UnsafeBufferPointer(start: pointer, count: count)) }

  /// The element at an index with one number for each axis, all in range.
  package subscript(index: Int...) -> Float { pointer[shape.offset(of: index)] }
  package subscript(index: [Int]) -> Float { pointer[shape.offset(of: index)] }

  /// The one number of a tensor with one element.
  package var scalar: Float {
    precondition(count == 1, "\(shape) is not a single number")
    return pointer[0]
  }

  /// Whether both look at the same memory.
  package func isView(of other: Tensor) -> Bool {
    storage === other.storage && offset == other.offset && count == other.count
  }

  /// The same elements under other axes.
  package func reshaped(_ shape: Shape) -> Tensor {
    precondition(shape.count == count, "\(self.shape) cannot become \(shape)")
    return Tensor(shape, storage: storage, offset: offset)
  }

  /// Lets `body` change the elements, in a storage that nobody else sees.
  package mutating func withMutableElements<Result>(
    _ body: (UnsafeMutablePointer<Float>) throws -> Result
  ) rethrows -> Result {
    let count = count
    return try withElementsToFill { elements, old in
      if let old { elements.update(from: old, count: count) }
      return try body(elements)
    }
  }

  /// The same for threads that change a piece each. Where others see the storage too, the new one, from
  /// the same arena, is undefined: every piece is first to be filled from the `old` elements.
  package mutating func withElementsToFill<Result>(
    _ body: (UnsafeMutablePointer<Float>, _ old: UnsafePointer<Float>?) throws -> Result
  ) rethrows -> Result {
    if isKnownUniquelyReferenced(&storage) { return try body(storage.pointer + offset, nil) }
    let new = Storage(uninitialized: count, from: storage.arena)
    let result = try body(new.pointer, pointer)
    (storage, offset) = (new, 0)
    return result
  }

  /// Over the bits of the elements in order; the shape does not count.
  package var fingerprint: Fingerprint {
    Fingerprint(
      bytes: UnsafeRawBufferPointer(start: pointer, count: count * MemoryLayout<Float>.stride))
  }
}
