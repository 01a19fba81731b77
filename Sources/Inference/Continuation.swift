import Kernels
import Models
import Text

/// A prompt's continuation: tokens until a stop condition holds.
package struct Continuation: Sendable {
  package enum Ending: String, Codable, Sendable {
    /// As many tokens as were asked for.
    case length
    /// A token that ends a text or a turn.
    case endToken
    /// A text to stop before.
    case stopText
    case interrupted
  }

  package private(set) var ids: [Int] = []
  /// Of each token, when it was chosen.
  package private(set) var probabilities: [Float] = []
  /// Without the end token or the stop text.
  package private(set) var text = ""
  package private(set) var ending = Ending.length
  /// From the call to the first token.
  package private(set) var firstToken = Duration.zero
  /// From the call to the last.
  package private(set) var total = Duration.zero

  /// Generates at most `limit` tokens.
  /// - Parameters:
  ///   - endTokens: tokens after which there is nothing more to say
  ///   - stops: texts before which to stop
  ///   - onText: is handed the text as soon as it cannot be taken back
  ///   - isInterrupted: looked at before each token
  package init(
    _ generator: Generator, tokenizer: Tokenizer, limit: Int, endTokens: [Int], stops: [String],
    clock: ContinuousClock = ContinuousClock(), onText: (String) -> Void,
    isInterrupted: () -> Bool
  ) throws {
    var generator = generator
    var decoder = StreamingDecoder(tokenizer)
    let start = clock.now
    var shown = 0
    while ids.count < limit {
      if isInterrupted() {
        ending = .interrupted
        break
      }
      let step = try generator.next()
      if ids.isEmpty { firstToken = clock.now - start }
      ids.append(step.chosen.id)
      probabilities.append(step.chosen.probability)
      if endTokens.contains(step.chosen.id) {
        ending = .endToken
        break
      }
      text += try decoder.add(step.chosen.id)
      if cut(before: stops) { break }
      Self.show(text, &shown, holdingBack: stops, onText)
    }
    if ending != .stopText { text += decoder.finish() }
    total = clock.now - start
    onText(String(text.unicodeScalars.dropFirst(shown)))
  }

  /// Cuts the text before the first stop text in it, if there is one.
  private mutating func cut(before stops: [String]) -> Bool {
    let found = stops.compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    guard let found else { return false }
    text = String(text[..<found])
    ending = .stopText
    return true
  }

  /// Hands out what no stop text can reach back into any more.
  private static func show(
    _ text: String, _ shown: inout Int, holdingBack stops: [String], _ onText: (String) -> Void
  ) {
    let reach = (stops.map(\.unicodeScalars.count).max() ?? 1) - 1
    let safe = text.unicodeScalars.count - reach
    guard safe > shown else { return }
    onText(String(String.UnicodeScalarView(text.unicodeScalars.prefix(safe).dropFirst(shown))))
    shown = safe
  }
}
