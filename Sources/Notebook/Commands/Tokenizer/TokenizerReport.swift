import Kernels
import Text

/// What a tokenizer is made of and, just after training, how that went.
struct TokenizerReport: Report {
  struct Training: Encodable {
    let source: String
    let documents: Int
    let bytes: Int
    /// The vocabulary that was asked for.
    let asked: Int
    /// On the training text.
    let bytesPerToken: Double
    let seconds: Varying
    /// Below the workspace.
    let file: String
  }
  struct LabelledMerge: Encodable {
    let left: String
    let right: String
  }
  let vocabulary: Int
  let merges: Int
  let specialTokens: [String]
  let firstMerges: [LabelledMerge]
  let lastMerges: [LabelledMerge]
  let fingerprint: Fingerprint
  let training: Training?

  /// How many merges are shown at each end.
  private static let shown = 6

  init(_ tokenizer: Tokenizer, training: Training? = nil) {
    func labelled(_ merges: ArraySlice<Merge>) -> [LabelledMerge] {
      merges.map {
        LabelledMerge(
          left: tokenizer.visibleLabel(of: Int($0.pair.left)),
          right: tokenizer.visibleLabel(of: Int($0.pair.right)))
      }
    }
    vocabulary = tokenizer.vocabularySize
    merges = tokenizer.merges.count
    specialTokens = tokenizer.specialTokens.map(\.text)
    firstMerges = labelled(tokenizer.merges.prefix(Self.shown))
    lastMerges = labelled(tokenizer.merges.dropFirst(Self.shown).suffix(Self.shown))
    fingerprint = tokenizer.fingerprint
    self.training = training
  }

  func text(on page: Page) -> String {
    var lines: [String] = []
    if let training {
      lines.append(
        "text         \(training.source): \(NumberFormat.counted(training.documents, "document")),"
          + " \(NumberFormat.counted(training.bytes, "byte"))")
    }
    lines.append(
      "vocabulary   \(NumberFormat.grouped(vocabulary)) tokens: 256 bytes,"
        + " \(NumberFormat.counted(merges, "merge")), \(specialTokens.count) special")
    if let training, vocabulary < training.asked {
      lines.append(
        "             no pair occurs twice any more, so \(NumberFormat.grouped(training.asked))"
          + " were not reached")
    }
    lines.append(list("first", firstMerges, on: page))
    if !lastMerges.isEmpty { lines.append(list("last", lastMerges, on: page)) }
    if let training {
      lines.append(
        "compression  \(NumberFormat.fixed(Float(training.bytesPerToken), decimals: 2))"
          + " bytes per token")
    }
    lines.append("fingerprint  \(fingerprint)")
    if let training {
      lines.append("saved        \(training.file) in the workspace")
      lines.append("time         \(training.seconds.text(on: page))")
    }
    return lines.joined(separator: "\n")
  }

  private func list(_ label: String, _ merges: [LabelledMerge], on page: Page) -> String {
    WrappedList.text(
      label, merges.map { "\($0.left)+\($0.right)" }, separator: "  ", indent: 13,
      width: page.width)
  }
}
