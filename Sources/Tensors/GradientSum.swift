import Kernels

/// What becomes of the gradient of an operation's input.
enum Wanted {
  case nothing
  /// By itself, or added to what other uses of the input gave.
  case tensor(addedTo: Tensor?)
  case sum(GradientSum)

  var isWanted: Bool {
    if case .nothing = self { return false }
    return true
  }

  /// What other uses of the input gave, where this is to be added.
  var others: Tensor? {
    if case .tensor(let others) = self { return others }
    return nil
  }
}

/// The gradient of one parameter, gathered in its place over the micro-batches of a step: each
/// element is one chain over all rows of the step, in order, however they are cut into
/// micro-batches.
///
/// Rows of a table that were looked up are added last, in the order of their positions: so a table
/// that is also multiplied with has one order too.
package final class GradientSum {
  /// What was gathered; complete after `finish`.
  package let tensor: Tensor
  private var isStarted = false
  private var lookups: [(ids: [Int32], rows: Tensor)] = []

  /// - Parameter tensor: room for the parameter's elements, undefined until `finish`
  package init(in tensor: Tensor) { self.tensor = tensor }

  private var pointer: UnsafeMutablePointer<Float> { tensor.storage.pointer + tensor.offset }

  /// - Parameter fill: writes every element, or sees to it that this is done before the next `add` and
  ///   before `finish`; where the flag says so, its chains go on from what is there
  func add(_ fill: (UnsafeMutablePointer<Float>, Bool) -> Void) {
    fill(pointer, isStarted)
    isStarted = true
  }

  /// Row i of `rows` [ids.count, C] belongs to row ids[i] of the table.
  func addLater(_ rows: Tensor, toRows ids: [Int32]) { lookups.append((ids, rows)) }

  /// Adds what was put off; the elements of a parameter that was not used become 0.
  package func finish() {
    if !isStarted { pointer.update(repeating: 0, count: tensor.count) }
    for (ids, rows) in lookups {
      Embedding.addRows(rows, ids: ids, width: tensor.shape.lastSize, to: pointer)
    }
    lookups = []
  }
}
