import ArgumentParser
import Text

/// How the size of the vocabulary changes what a text costs.
package struct FertilityCommand: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "fertility",
    abstract: "Compare vocabulary sizes: tokens per word, bytes per token, tokens never used.",
    discussion: """
      One tokenizer of the largest size is trained; a smaller one is its first merges. All are \
      measured on the documents that were held out.
      """)

  @Option(help: "The sizes, with commas between.")
  var sizes = "300,512,1024,2048"
  @OptionGroup package var data: DataOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws { _ = try sizeList() }

  private func sizeList() throws -> [Int] {
    let parts = sizes.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0.trimmingPrefix(" ")) }
    guard numbers.count == parts.count, numbers.count <= 32 else {
      throw ValidationError(
        "--sizes \(sizes): give whole numbers with commas between, such as 300,512,1024")
    }
    return numbers
  }

  package func report(in session: Session) throws -> any Report {
    let sizes = try sizeList()
    for size in sizes { try TokenizerTrainer.check(vocabularySize: size) }
    let (source, sides) = try session.trainingDocuments(at: data.source)
    let measured = sides.heldOut.isEmpty ? sides.training : sides.heldOut
    let words = WordCounts(texts: measured.map(\.text))
    let tokenizer = try session.trainTokenizer(
      on: WordCounts(texts: sides.training.map(\.text)), size: sizes.max() ?? 0)
    return FertilityReport(
      source: source, trainedOn: sides.training.count, measuredOn: measured.count,
      bytes: words.byteCount, words: words.readerWordCount,
      sizes: try Fertility.bySize(sizes, of: tokenizer, on: words).map(FertilityReport.Row.init))
  }
}

/// A row for each vocabulary size.
struct FertilityReport: Report {
  struct Row: Encodable {
    let vocabulary: Int
    let tokens: Int
    let tokensPerWord: Double
    let bytesPerToken: Double
    let unusedShare: Double

    init(_ fertility: Fertility) {
      vocabulary = fertility.vocabularySize
      tokens = fertility.tokens
      tokensPerWord = fertility.tokensPerWord
      bytesPerToken = fertility.bytesPerToken
      unusedShare = fertility.unusedShare
    }
  }
  let source: String
  let trainedOn: Int
  let measuredOn: Int
  /// Of the text that was measured.
  let bytes: Int
  let words: Int
  let sizes: [Row]

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("vocabulary", .right), .init("tokens", .right), .init("tokens per word", .right),
      .init("bytes per token", .right), .init("never used", .right),
    ])
    for row in sizes {
      table.add([
        "\(row.vocabulary)", NumberFormat.grouped(row.tokens),
        NumberFormat.fixed(Float(row.tokensPerWord), decimals: 2),
        NumberFormat.fixed(Float(row.bytesPerToken), decimals: 2),
        NumberFormat.percent(row.unusedShare),
      ])
    }
    return """
      trained   \(source): \(NumberFormat.counted(trainedOn, "document"))
      measured  \(NumberFormat.counted(measuredOn, "document")), \
      \(NumberFormat.counted(words, "word")), \(NumberFormat.counted(bytes, "byte"))

      \(table.text(width: page.width))
      """
  }
}
