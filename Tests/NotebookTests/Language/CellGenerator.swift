import Kernels

@testable import Notebook

/// Cells that nobody would type, each a pure function of its number.
struct CellGenerator {
  private let stream = RandomStream(seed: 1, stream: 0x4655_5A5A)
  private let number: Int
  private var draws = 0

  private init(_ number: Int) { self.number = number }

  /// Cell `number`: a changed good one, pieces, a well-formed expression, bytes, a deep nest, or
  /// something huge.
  static func cell(_ number: Int) -> String {
    var generator = CellGenerator(number)
    switch generator.draw(20) {
    case 0..<8: return generator.mutated()
    case 8..<11: return generator.pieces()
    case 11..<16: return generator.expression(depth: 4)
    case 16: return generator.bytes()
    case 17: return generator.nest()
    default: return generator.huge()
    }
  }

  private mutating func draw(_ bound: Int) -> Int {
    draws += 1
    return stream.index(below: bound, step: number, element: draws)
  }

  private mutating func pick(_ list: [String]) -> String { list[draw(list.count)] }

  private mutating func mutated() -> String {
    var characters = Array(pick(Self.goodCells))
    for _ in 0..<draw(5) {
      let place = draw(characters.count + 1)
      switch draw(6) {
      case 0 where place < characters.count: characters.remove(at: place)
      case 1 where place < characters.count: characters.insert(characters[place], at: place)
      case 2: characters.insert(contentsOf: pick(Self.words), at: place)
      case 3: characters = Array(characters[place...] + characters[..<place])
      case 4:
        let other = Array(pick(Self.goodCells))
        characters = Array(characters[..<place]) + Array(other[draw(other.count)...])
      default: characters.insert(Character(Unicode.Scalar(UInt8(32 + draw(95)))), at: place)
      }
    }
    return String(characters)
  }

  private mutating func pieces() -> String {
    let separator = draw(3) == 0 ? " " : ""
    return (0...draw(12)).map { _ in pick(Self.words) }.joined(separator: separator)
  }

  private mutating func expression(depth: Int) -> String {
    if depth == 0 || draw(5) == 0 {
      return pick(["x", "v", "1", "2.5", "[1, 2, 3]", "logits", "tokens", "\"a\"", "embed", "_"])
    }
    let inner = expression(depth: depth - 1)
    switch draw(6) {
    case 0, 1: return pick(Self.functions) + "(\(inner)\(pick(Self.arguments)))"
    case 2:
      return "(\(inner))" + pick(["[0]", "[-1]", "[1:]", "[..., 0]", "[::2]", ".T", ".shape"])
    case 3: return "-(\(inner))"
    default:
      let other = expression(depth: depth - 1)
      return "(\(inner)) " + pick(["+", "-", "*", "/", "@", "^", "<", "==", "and"]) + " (\(other))"
    }
  }

  private mutating func bytes() -> String {
    String(decoding: (0..<draw(40)).map { _ in UInt8(draw(256)) }, as: UTF8.self)
  }

  private mutating func nest() -> String {
    let opening = pick([
      "(", "[", "-", "not ", "f(", "x[", "exp(", "[[", "2^", "x[0].T", "%time ", "\\",
    ])
    let count = draw(60) * draw(60)
    let closing = pick(["", ")", "]", "1"])
    return String(repeating: opening, count: count) + "1" + String(repeating: closing, count: count)
  }

  private mutating func huge() -> String {
    let number = pick(Self.numbers)
    let other = pick(Self.numbers)
    switch draw(8) {
    case 0: return pick(["zeros", "ones", "randn", "arange"]) + "(\(number), \(other))"
    case 1: return "x[\(number):\(other):\(pick(Self.numbers))]"
    case 2: return "reshape(x, \(number), \(other))"
    case 3: return "causal(\(number)) + \(other)"
    case 4: return "onehot([\(number)], \(other))"
    case 5: return "topk(x, \(number), axis: \(other))"
    case 6: return "rotary(x, base: \(number), offset: \(other))"
    default: return "\(number) ^ \(other) * round(\(number), \(other))"
    }
  }

  private static let functions = Function.all.map(\.name)
  private static let arguments = [
    "", "", "", "", ", axis: 0", ", axis: -1", ", 2", ", x", ", keepdims: true", ", axis: \"row\"",
  ]
  private static let numbers = [
    "0", "1", "-1", "3", "1e9", "-1e9", "1e308", "9223372036854775807", "-9223372036854775808",
    "4294967296", "2147483648", "0.5", "1e-300", "65536", "16777217", "1e18", "1000", "x", "inf",
  ]
  private static let words =
    numbers + functions.map { $0 + "(" } + [
      "x", "v", "_", "Out[3]", "In[1]", "blocks.0.attn.pattern", "blocks.0(", "embed(", "nowhere",
      "\"a\"", "'", "\"", "true", "false", "and", "or", "not", "+", "-", "*", "/", "@", "^", "**",
      "<", "<=", ">", ">=", "==", "!=", "=", "(", ")", "[", "]", ",", ":", ".", "...", ".T",
      ".shape", " ", "[0]", "[0, 1]", "[1:]", "[::-1]", "[...]", "[:, 0]", "[[0, 1]]", "axis:",
      "seed:", "\\", "#", "\n", "é", "渡", "\u{0}", "\u{301}", "👩‍👩‍👧", "?", "%", "%time ", "%history ",
      "show ", "heat ", "names ", "--json", "why ", "ablate ", "patch ", " --to ", " --from ",
      "lens ",
      "flow ", "attention ",
    ]
  private static let goodCells =
    Function.all.map(\.example) + [
      "x = randn(2, 3)", "v = [1, 2, 3, 4]", "x @ x.T / sqrt(3)",
      "blocks.0.attn.pattern[0, 1, :, -1]",
      "softmax(blocks.0.attn.q[0, 0] @ blocks.0.attn.k[0, 0].T)", "blocks.0(embed)",
      "logits(\"the ferry\")",
      "same(blocks.1.ln1(blocks.1.resid_pre), blocks.1.ln1)", "mean(x, axis: 0, keepdims: true)",
      "topk(logits[0, -1], 5)", "embed.weight[tokens]", "x[[0, 1, -1], 1:]", "x = [x, x]",
      "\"a\" + 'b'", "0 < x[0, 0] and not false", "show x --json",
      "heat blocks.0.attn.pattern[0, 0]",
      "hist logits --bins 5", "stats blocks.*", "names blocks.0.*", "params", "plot v x",
      "lens \"the ferry\" --top 3", "lens --position -1", "attention 1", "flow --depth 2",
      "flow --at blocks.0.attn", "ablate blocks.0.attn.z[0, 1] --to mean",
      "ablate embed[0, 1:] --to 2 * embed[0, 1:]",
      "patch blocks.1.resid_post[0, -1] --from \"the\"",
      "why logits[0, -1, 5]", "why 2", "why up", "plot losses of ferry",
      "encode \"the ferry\"", "decode 4 5 6", "%history 1-3", "%reset out", "%time sum(x)",
      "?softmax",
      "?", "help show", "reshape(x, row: -1)", "x.shape[0] ** 2", "(x +\n 1)[0]",
    ]
}
