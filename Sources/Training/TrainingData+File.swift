import Foundation
import Models

extension TrainingData {
  /// As `data.safetensors`: three tensors for each side of the split.
  func encoded() throws -> Data {
    var writer = SafetensorsWriter()
    for (name, part) in [("train", train), ("held_out", heldOut)] {
      writer.add(name + ".tokens", part.tokens)
      writer.add(name + ".bounds", part.bounds)
    }
    for (name, part) in [("train", train), ("held_out", heldOut)] {
      writer.add(name + ".learnt", part.learnt)
    }
    return try writer.encoded()
  }

  /// Throws `FileError` if the file is damaged.
  package init(contentsOf url: URL) throws {
    let file = try SafetensorsFile(contentsOf: url)
    self.init(train: try Part(file, "train"), heldOut: try Part(file, "held_out"))
  }
}

extension TrainingData.Part {
  fileprivate init(_ file: SafetensorsFile, _ name: String) throws {
    let tokens = try file.integers(name + ".tokens")
    let bounds = try file.integers(name + ".bounds")
    let learnt = try file.byteValues(name + ".learnt")
    let isOrdered = zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 }
    guard isOrdered, bounds.first == 0, bounds.last.map(Int.init) == tokens.count,
      learnt.count == tokens.count
    else { throw FileError(file.url, "damaged: the bounds of \(name) contradict its tokens") }
    self.init(tokens: tokens, learnt: learnt, bounds: bounds)
  }
}
