import Kernels
import Models
import Tensors
import Text

/// The computing that one cell does: what it works with, and how much it has taken so far.
final class Computation {
  let surroundings: Surroundings
  private var elements = 0
  private var products = 0

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  var limits: Limits { surroundings.limits }

  func pool() throws -> WorkerPool { try surroundings.pool() }

  /// Throws `Interrupted` after Ctrl-C.
  func checkInterrupt() throws { if surroundings.isInterrupted() { throw Interrupted() } }

  /// Allows one more tensor of these sizes. Whoever makes a tensor asks first. Throws a `Complaint`
  /// if the cell has taken too much, `Interrupted` after Ctrl-C.
  func claim(_ sizes: [Int]) throws {
    try checkInterrupt()
    guard sizes.count <= Limits.rank else {
      throw Complaint("a tensor can have at most \(Limits.rank) axes, not \(sizes.count)")
    }
    var count = 1
    for size in sizes {
      // An empty axis counts as one, so that strides cannot overflow either.
      let (product, overflow) = count.multipliedReportingOverflow(by: max(size, 1))
      guard !overflow, product <= limits.elements - elements else { throw tooManyElements(sizes) }
      count = product
    }
    elements += count
  }

  func claim(_ shape: Shape) throws { try claim(shape.sizes) }

  /// Allows so many multiply-adds more.
  func claimProducts(_ factors: Int...) throws {
    var count = 1
    for factor in factors {
      let (product, overflow) = count.multipliedReportingOverflow(by: factor)
      guard !overflow else { throw tooManyProducts }
      count = product
    }
    guard count <= limits.products - products else { throw tooManyProducts }
    products += count
  }

  /// A tensor of results, element by element of `x`.
  func map(
    _ x: LabelledTensor,
    _ kernel: @escaping (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) throws -> LabelledTensor {
    try claim(x.shape)
    let pool = try pool()
    let source = x.tensor.pointer
    return x.replacing(
      Tensor(x.shape) { target in
        pool.forRanges(x.shape.count, grain: 1 << 14) {
          kernel($0.count, source + $0.lowerBound, target + $0.lowerBound)
        }
      })
  }

  /// One of the engine's operations.
  func apply(_ operation: Operation, _ inputs: Tensor...) throws -> Tensor {
    try claim(inputs[0].shape)
    let tape = Tape(pool: try pool(), isRecording: false, keepsNames: false)
    switch inputs.count {
    case 1: return tape.apply(operation, tape.leaf(inputs[0])).tensor
    case 2: return tape.apply(operation, tape.leaf(inputs[0]), tape.leaf(inputs[1])).tensor
    default:
      return tape.apply(
        operation, tape.leaf(inputs[0]), tape.leaf(inputs[1]), tape.leaf(inputs[2])
      ).tensor
    }
  }

  private func tooManyElements(_ sizes: [Int]) -> Complaint {
    Complaint(
      "\(sizes.map(String.init).joined(separator: " × ")) numbers more are too many: a cell may make"
        + " \(NumberFormat.grouped(limits.elements))", remedy: "work on a part, as in x[:100]")
  }

  private var tooManyProducts: Complaint {
    Complaint(
      "this takes more than \(NumberFormat.grouped(limits.products)) multiply-adds, the limit of"
        + " a cell", remedy: "work on a part, as in x[:100]")
  }
}
