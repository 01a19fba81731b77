extension Tidewick {
  /// The town's way of speaking: named rules, each a list of patterns. In a pattern
  /// `{one|two}` is a choice, `[maybe]` is there every other time, `$name` is a slot that the
  /// document fills, and `@rule` is any pattern of that rule.
  struct Grammar: Sendable {
    /// A rule's number (for remembering what was used) and its patterns as UTF-8.
    struct Rule: Sendable {
      let number: Int
      let patterns: [[UInt8]]
    }

    private let rules: [String: Rule]

    /// Later tables may not repeat a name of an earlier one.
    init(_ tables: [[(String, [String])]]) {
      var rules: [String: Rule] = [:]
      for (name, patterns) in tables.joined() {
        precondition(rules[name] == nil, "the rule \(name) is written twice")
        rules[name] = Rule(number: rules.count, patterns: patterns.map { Array($0.utf8) })
      }
      self.rules = rules
    }

    subscript(name: String) -> Rule {
      guard let rule = rules[name] else { preconditionFailure("no rule is called \(name)") }
      return rule
    }

    /// The one grammar that every document is written with.
    static let town = Grammar([
      weatherRules, peopleRules, storyRules, taleRules, moreTaleRules, chatRules, deskRules,
      webRules, researchRules, manualRules,
    ])
  }
}
