import ArgumentParser
import Tensors

/// Where all heads of a layer look.
package struct Attention: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Draw where each head of a layer looks, all heads side by side.",
    discussion: """
      For example: attention 0
      Each row is a position that asks, each column one that it looks at. `heat \
      blocks.0.attn.pattern[0, 2]` draws head 2 alone.
      """)

  @Argument(help: "The layer, counted from 0.")
  var layer: Int
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let view = try PassView(over: nil, run: run.name, in: session)
    let layers = view.desk.model.configuration.layers
    guard (0..<layers).contains(layer) else {
      throw NotYet(
        "there is no layer \(layer): the model has \(NumberFormat.counted(layers, "layer")), counted"
          + " from 0")
    }
    guard let pattern = view.trace["blocks.\(layer).attn.pattern"] else {
      preconditionFailure("a pass names its patterns")
    }
    let time = view.trace.batch.time
    return AttentionReport(
      layer: layer, tokens: view.tokens(),
      heads: (0..<pattern.shape.sizes[1]).map { head in
        (0..<time).map { query in
          let start = pattern.pointer + (head * time + query) * time
          return Array(UnsafeBufferPointer(start: start, count: time))
        }
      })
  }
}
