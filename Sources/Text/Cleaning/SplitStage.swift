import Kernels

/// Sets whole documents aside to judge the model by.
///
/// A document's side depends on the seed and on its own id alone, so documents that are added later
/// move none of the others. Near duplicates were dropped before, so none lies on both sides.
package struct SplitStage: PipelineStage {
  package let name = "split"
  package let summary = "set whole documents aside for the held-out loss, by a hash of seed and id"

  /// The share of documents held out, as a probability for each.
  package let heldOutShare: Double
  package let seed: UInt64

  package init(heldOutShare: Double = 0.1, seed: UInt64 = 1) {
    precondition((0...1).contains(heldOutShare), "a share lies in 0...1")
    self.heldOutShare = heldOutShare
    self.seed = seed
  }

  /// The two sides, each in the order of the documents.
  package struct Sides: Equatable, Sendable {
    package var training: [Document] = []
    package var heldOut: [Document] = []

    package init(training: [Document] = [], heldOut: [Document] = []) {
      self.training = training
      self.heldOut = heldOut
    }
  }

  /// Divides the documents. Of several documents each side gets one at least: where chance would
  /// leave a side empty, the one with the smallest number is held out, or the one with the largest
  /// stays. A document alone is for training.
  package func divide(_ documents: [Document]) -> Sides {
    let numbers = documents.map { number(of: $0) }
    var isHeldOut = numbers.map { Double($0) < heldOutShare }
    if heldOutShare > 0 && heldOutShare < 1, let first = numbers.first {
      var least = (index: 0, number: first)
      var largest = least
      for (index, number) in numbers.enumerated() {
        if number < least.number { least = (index, number) }
        if number > largest.number { largest = (index, number) }
      }
      if documents.count > 1 { isHeldOut[least.index] = true }
      isHeldOut[largest.index] = false
    }
    var sides = Sides()
    for (document, heldOut) in zip(documents, isHeldOut) {
      if heldOut { sides.heldOut.append(document) } else { sides.training.append(document) }
    }
    return sides
  }

  /// Keeps every document, training documents first, then those held out; `divide` tells them apart.
  package func apply(_ documents: [Document]) -> StageResult {
    let sides = divide(documents)
    return StageResult(
      kept: sides.training + sides.heldOut,
      tallies: [
        Tally("documents for training", sides.training.count),
        Tally("documents held out", sides.heldOut.count),
        Tally("bytes for training", sides.training.byteCount),
        Tally("bytes held out", sides.heldOut.byteCount),
      ])
  }

  /// A number in [0, 1) for a document, from the seed and its id.
  private func number(of document: Document) -> Float {
    let stream = RandomStream(seed: seed, stream: 0x5350_4C54)
    let element = Int(TextHash.of(document.id) >> 1)
    return stream.uniform(step: 0, element: element)
  }
}
