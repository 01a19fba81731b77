extension Attention {
  /// (Σ q·k) / √D, or −∞ where the query does not see the key.
  static func whyScores(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    let reach = Reach(q: at.input(0).shape, k: at.input(1).shape)
    guard index[3] < reach.visible(to: index[2]) else {
      return [
        Explanation.Step(
          .constant(nil, -.infinity),
          remark: "query \(index[2]) does not see key \(index[3]), which comes later")
      ]
    }
    let terms = (0..<reach.size).map {
      Sum.Term.product(
        at.input(0, "q", Array(index[..<3]) + [$0]),
        at.input(1, "k", [index[0], reach.keyHead(index[1]), index[3], $0]))
    }
    return [Explanation.Step(.over(.sum(Sum(.chain, terms)), reach.root))]
  }

  /// dq = Σ (dy / √D)·k over the keys that the query sees; dk = Σ (dy / √D)·q over the query heads
  /// that read the key head, and their queries that see the key.
  static func whyScoresGradient(of input: Int, _ at: Place, _ index: [Int])
    -> [Explanation.Step]
  {
    let reach = Reach(q: at.input(0).shape, k: at.input(1).shape)
    let terms: [Sum.Term]
    if input == 0 {
      terms = (0..<reach.visible(to: index[2])).map {
        .product(
          .over(at.slope([index[0], index[1], index[2], $0]), reach.root),
          at.input(1, "k", [index[0], reach.keyHead(index[1]), $0, index[3]]))
      }
    } else {
      terms = reach.readers(of: index).map { row in
        .product(
          .over(at.slope(row + [index[2]]), reach.root), at.input(0, "q", row + [index[3]]))
      }
    }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }

  /// Σ p·v over the keys that the position sees.
  static func whyWeightedValues(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    let reach = Reach(pattern: at.input(0).shape, v: at.input(1).shape)
    let terms = (0..<reach.visible(to: index[2])).map {
      Sum.Term.product(
        at.input(0, "p", Array(index[..<3]) + [$0]),
        at.input(1, "v", [index[0], reach.keyHead(index[1]), $0, index[3]]))
    }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }

  /// dp = Σ dy·v over the channels; dv = Σ p·dy over the query heads that read the value's head, and
  /// their queries that see it.
  static func whyWeightedValuesGradient(of input: Int, _ at: Place, _ index: [Int])
    -> [Explanation.Step]
  {
    let reach = Reach(pattern: at.input(0).shape, v: at.input(1).shape)
    let terms: [Sum.Term]
    if input == 0 {
      terms = (0..<reach.size).map {
        .product(
          at.slope(Array(index[..<3]) + [$0]),
          at.input(1, "v", [index[0], reach.keyHead(index[1]), index[3], $0]))
      }
    } else {
      terms = reach.readers(of: index).map { row in
        .product(at.input(0, "p", row + [index[2]]), at.slope(row + [index[3]]))
      }
    }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }

  /// Which keys a query sees, and which key head a query head reads.
  private struct Reach {
    let queries: Int, keys: Int, group: Int, size: Int

    init(q: Shape, k: Shape) {
      (queries, size, keys) = (q.sizes[2], q.sizes[3], k.sizes[2])
      group = q.sizes[1] / k.sizes[1]
    }

    init(pattern: Shape, v: Shape) {
      (queries, keys, size) = (pattern.sizes[2], pattern.sizes[3], v.sizes[3])
      group = pattern.sizes[1] / v.sizes[1]
    }

    var root: Formula { .constant("√D", Float(size).squareRoot()) }
    func keyHead(_ head: Int) -> Int { head / group }
    func visible(to query: Int) -> Int { keys - queries + query + 1 }

    /// [batch, head, query] of all queries that see the key at [batch, key head, key, …], in the
    /// order in which they are added.
    func readers(of index: [Int]) -> [[Int]] {
      let first = max(0, index[2] - (keys - queries))
      return (0..<group).flatMap { member in
        (first..<queries).map { [index[0], index[1] * group + member, $0] }
      }
    }
  }
}
