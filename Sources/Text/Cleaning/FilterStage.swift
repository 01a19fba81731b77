/// Drops documents that nothing can be learned from: too short, not text, spam, another language.
package struct FilterStage: PipelineStage {
  package let name = "filter"
  package let summary =
    "drop what is too short, mostly symbols, repetitive, unfinished or not in English"

  /// The limits for each kind of document.
  package let limits: @Sendable (DocumentKind) -> FilterLimits

  package init(limits: @escaping @Sendable (DocumentKind) -> FilterLimits = FilterLimits.standard) {
    self.limits = limits
  }

  package func apply(_ documents: [Document]) -> StageResult {
    var result = StageResult(kept: [], tallies: Rule.allCases.map { Tally($0.rawValue, 0) })
    for document in documents {
      let quality = TextQuality(document.text)
      guard let verdict = Self.verdict(quality, limits(document.kind)) else {
        result.kept.append(document)
        continue
      }
      if let index = Rule.allCases.firstIndex(of: verdict.rule) {
        result.tallies[index].count += 1
      }
      result.dropped.append(DroppedDocument(id: document.id, reason: verdict.reason))
      if result.example == nil {
        result.example = ChangeExample(id: document.id, before: document.text, after: "")
      }
    }
    return result
  }

  /// The rules in the order they are asked; the first that is broken is the reason.
  package enum Rule: String, CaseIterable, Sendable {
    case short = "too short"
    case line = "lines too long"
    case script = "another script"
    case language = "another language"
    case repetition = "repeats itself"
    case symbols = "mostly symbols"
    case numbers = "mostly numbers"
    case placeholder = "unfinished page"
    case prose = "no sentences"
  }

  /// The rule that a text breaks and how, with the numbers; nil for one that may stay.
  package static func verdict(
    _ quality: TextQuality, _ limits: FilterLimits
  ) -> (rule: Rule, reason: String)? {
    if quality.words < limits.fewestWords {
      let count = quality.words == 1 ? "1 word" : "\(quality.words) words"
      return (.short, "too short: \(count), at least \(limits.fewestWords)")
    }
    if quality.longestLine > limits.longestLine {
      return (
        .line,
        "lines too long: one of \(quality.longestLine) bytes, at most \(limits.longestLine)"
      )
    }
    if limits.mustBeEnglish, let foreign = foreign(quality) { return foreign }
    if let repetition = repetition(quality, limits) { return (.repetition, repetition) }
    if quality.symbolShare > limits.symbolShare {
      return (.symbols, over("mostly symbols", quality.symbolShare, limits.symbolShare))
    }
    if quality.letterWordShare < limits.letterWordShare {
      let share = percent(quality.letterWordShare)
      let least = percent(limits.letterWordShare)
      return (.numbers, "mostly numbers: \(share) of its words have a letter, at least \(least)")
    }
    if let phrase = quality.placeholder {
      return (.placeholder, "unfinished page: it says “\(phrase)”")
    }
    if limits.mustBeEnglish && quality.words >= 50 && quality.language.englishShare < 0.04 {
      let share = percent(quality.language.englishShare)
      return (
        .prose, "no sentences: \(share) of its words are like “the”, “of”, “and”, at least 4%"
      )
    }
    return nil
  }

  private static func foreign(_ quality: TextQuality) -> (rule: Rule, reason: String)? {
    let guess = quality.language
    if guess.scriptShare > 0.3 {
      let share = percent(guess.scriptShare)
      return (.script, "another script: \(share) of its letters are \(guess.script)")
    }
    // A dozen function words are needed before their shares mean anything.
    guard quality.words >= 12, guess.language != "English", guess.share >= 0.08,
      guess.share > guess.englishShare * 1.3
    else { return nil }
    let english = percent(guess.englishShare)
    return (
      .language,
      "another language: \(percent(guess.share)) of its words are \(guess.language) function "
        + "words, \(english) English ones"
    )
  }

  private static func repetition(_ quality: TextQuality, _ limits: FilterLimits) -> String? {
    if quality.repeatedLineShare > limits.repeatedLineShare {
      return over("repeats its lines", quality.repeatedLineShare, limits.repeatedLineShare)
    }
    if quality.topTrigramShare > limits.topTrigramShare {
      return over(
        "says three words again and again", quality.topTrigramShare, limits.topTrigramShare)
    }
    if quality.repeatedRunShare > limits.repeatedRunShare {
      return over(
        "repeats runs of eight words", quality.repeatedRunShare, limits.repeatedRunShare)
    }
    return nil
  }

  private static func over(_ what: String, _ share: Double, _ limit: Double) -> String {
    "\(what): \(percent(share)) of the text, at most \(percent(limit))"
  }

  /// A share as whole percents, rounded to nearest.
  private static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded()))%"
  }
}
