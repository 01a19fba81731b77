/// Where an expression finds what its names stand for.
package protocol NameScope {
  /// The value of `blocks.0.attn.q`, `x`, `_`, `Out[3]` or `In[3]`; nil if there is none of that
  /// name.
  func value(named name: String) throws -> Value?
  /// All names, for suggestions and completion, in a fixed order.
  var knownNames: [String] { get }
  /// What else expressions work with.
  var surroundings: Surroundings { get }
}

extension NameScope {
  package var surroundings: Surroundings { Surroundings() }
}

/// Some names in front of another scope's: what a lesson's `check:` calls `answer`.
struct LayeredScope: NameScope {
  let front: [String: Value]
  let back: any NameScope

  func value(named name: String) throws -> Value? {
    try front[name] ?? back.value(named: name)
  }

  var knownNames: [String] { front.keys.sorted() + back.knownNames }
  var surroundings: Surroundings { back.surroundings }
}
