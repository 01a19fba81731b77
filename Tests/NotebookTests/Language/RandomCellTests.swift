import Testing

@testable import Notebook

@Suite struct RandomCellTests {
  private static let pieces = [
    "x", "v", "answer", "_", "Out[3]", "blocks.0.attn.pattern", "blocks.0.attn.q", "nowhere", "1",
    "0",
    "-1", "2", "1e9", "1e308", "0.5", "9223372036854775807", "\"a\"", "'", "\"", "true", "false",
    "and", "or", "not", "+", "-", "*", "/", "@", "^", "<", "<=", ">", ">=", "==", "!=", "=", "(",
    ")",
    "[", "]", ",", ":", ".", "...", ".T", ".shape", " ", "[0]", "[0, 1]", "[1:]", "[::-1]", "[...]",
    "[:, 0]", "softmax(", "sum(", "mean(", "max(", "argmax(", "var(", "norm(", "dot(", "len(",
    "round(", "allclose(", "same(", "shape(", "contains(", "lower(", "exp(", "log(", "sqrt(",
    "axis:", "tolerance:", "digits:", "\\", "#", "é", "渡", "\u{0}", "\u{301}", "👩‍👩‍👧", "?", "train",
  ]

  /// Any text is a value or an error with a place inside it.
  @Test func anyCellIsAValueOrAnErrorWithAPlace() {
    let scope = TestScope()
    var random = SplitMix(state: 7)
    var values = 0
    for _ in 0..<20_000 {
      let count = Int(random.next() % 12) + 1
      let cell = (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }
      .joined(separator: random.next() % 3 == 0 ? " " : "")
      do {
        let value = try Evaluator.value(of: cell, in: scope)
        _ = ValueText.text(of: value, on: Page(width: 40))
        values += 1
      } catch let error as ExpressionError {
        #expect(error.range.lowerBound >= 0 && error.range.lowerBound <= cell.count, "\(cell)")
        #expect(!error.range.isEmpty && error.source == cell, "\(cell)")
        _ = error.description
      } catch {
        Issue.record("\(cell): \(error)")
      }
    }
    #expect(values > 500)
  }

  /// Balanced expressions reach the arithmetic more often than random pieces do.
  @Test func anyWellFormedCellIsAValueOrAnError() {
    let scope = TestScope()
    var random = SplitMix(state: 11)
    var values = 0
    for _ in 0..<5_000 {
      let cell = expression(depth: 4, &random)
      do {
        _ = ValueText.text(of: try Evaluator.value(of: cell, in: scope), on: Page(width: 60))
        values += 1
      } catch {
        #expect(error is ExpressionError, "\(cell)")
      }
    }
    #expect(values > 1000)
  }

  private func expression(depth: Int, _ random: inout SplitMix) -> String {
    func pick(_ list: [String]) -> String { list[Int(random.next() % UInt64(list.count))] }
    let leaf = depth == 0 || random.next() % 4 == 0
    if leaf {
      return pick(["x", "v", "1", "2.5", "answer", "[1, 2, 3]", "blocks.0.attn.q", "\"a\""])
    }
    let inner = expression(depth: depth - 1, &random)
    switch random.next() % 5 {
    case 0:
      return pick(["softmax", "sum", "mean", "abs", "exp", "argmax", "var", "len"]) + "(\(inner))"
    case 1:
      return "(\(inner))" + pick(["[0]", "[-1]", "[1:]", "[..., 0]", "[::2]", ".T", ".shape"])
    case 2: return "-(\(inner))"
    default:
      let other = expression(depth: depth - 1, &random)
      return "(\(inner)) " + pick(["+", "-", "*", "/", "@", "^", "<", "==", "and"]) + " (\(other))"
    }
  }
}

/// SplitMix64 (Steele et al. 2014): the same cells in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
