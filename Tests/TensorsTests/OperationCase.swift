import Kernels
import Models
import Support
import Tensors

/// One case of the fixture: its float inputs, and how to apply its operation to them.
struct OperationCase {
  let names: [String]
  let inputs: [Tensor]
  let apply: (Tape, [Variable]) -> Variable

  private static let inputNames: [String: [String]] = [
    "linear": ["x", "weight", "bias"], "unembed": ["x", "table"], "add": ["a", "b"],
    "multiply": ["a", "b"], "embedding": ["table"], "positions": ["x", "table"],
    "layer_norm": ["x", "weight", "bias"], "rms_norm": ["x", "weight"], "gelu": ["x"],
    "silu": ["x"], "swiglu": ["gate", "up"], "split_heads": ["x"], "merge_heads": ["x"],
    "rotary": ["x"], "attention_scores": ["q", "k"], "softmax": ["x"],
    "weighted_values": ["pattern", "v"], "cross_entropy": ["logits"],
  ]

  init(_ name: String, _ fixture: SafetensorsFile) throws {
    let operation = String(name.prefix { $0 != "/" })
    names = (Self.inputNames[operation] ?? []).filter {
      fixture.entries["\(name)/in/\($0)"] != nil
    }
    inputs = try names.map { try fixture.tensor("\(name)/in/\($0)") }
    let sizes = try fixture.tensor(name + "/out").shape.sizes
    apply = try Self.application(operation, name, fixture, sizes)
  }

  private static func application(
    _ operation: String, _ name: String, _ fixture: SafetensorsFile, _ outSizes: [Int]
  ) throws -> (Tape, [Variable]) -> Variable {
    switch operation {
    case "linear":
      return { tape, v in
        v.count == 3 ? tape.apply(.linear, v[0], v[1], v[2]) : tape.apply(.linear, v[0], v[1])
      }
    case "unembed": return { $0.apply(.unembed, $1[0], $1[1]) }
    case "add": return { $0.apply(.add, $1[0], $1[1]) }
    case "multiply": return { $0.apply(.multiply, $1[0], $1[1]) }
    case "embedding":
      let ids = try fixture.integers(name + "/in/ids")
      return { $0.apply(.embedding(ids: ids, batch: outSizes[0]), $1[0]) }
    case "positions":
      let rows = (0..<outSizes[1]).map(Int32.init)
      return { tape, v in
        tape.apply(.addPositions(), v[0], tape.apply(.embedding(ids: rows, batch: 1), v[1]))
      }
    case "layer_norm": return { $0.apply(.layerNorm(epsilon: 1e-5), $1[0], $1[1], $1[2]) }
    case "rms_norm": return { $0.apply(.rmsNorm(epsilon: 1e-5), $1[0], $1[1]) }
    case "gelu": return { $0.apply(.gelu, $1[0]) }
    case "silu": return { $0.apply(.silu, $1[0]) }
    case "swiglu": return { $0.apply(.multiply, $0.apply(.silu, $1[0]), $1[1]) }
    case "split_heads": return { $0.apply(.splitHeads(outSizes[1]), $1[0]) }
    case "merge_heads": return { $0.apply(.mergeHeads, $1[0]) }
    case "rotary": return { $0.apply(.rotary(base: 10_000, offset: 0), $1[0]) }
    case "attention_scores": return { $0.apply(.attentionScores, $1[0], $1[1]) }
    case "softmax": return { $0.apply(.softmax, $1[0]) }
    case "weighted_values": return { $0.apply(.weightedValues, $1[0], $1[1]) }
    case "cross_entropy":
      let targets = try fixture.integers(name + "/in/targets")
      let mask = try fixture.floats(name + "/in/mask")
      return { $0.apply(.crossEntropy(targets: targets, weights: mask), $1[0]) }
    default: preconditionFailure("the fixture has an unknown operation \(operation)")
    }
  }
}
