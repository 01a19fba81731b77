import ArgumentParser
import Text

/// How large and how varied the documents on the desk are.
struct Corpus: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the documents on the desk: sizes, variety, the most repeated phrases.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    CorpusReport(statistics: CorpusStatistics(try session.collectedDocuments().documents))
  }
}

/// Sizes by kind, and how much of the text says what another part says too.
struct CorpusReport: Report {
  let statistics: CorpusStatistics

  func text(on page: Page) -> String {
    var phrases = TextTable([.init("times", .right), .init("most frequent runs of eight words")])
    for phrase in statistics.frequentEightGrams {
      phrases.add(["\(phrase.count)", phrase.text])
    }
    let total = statistics.total
    return """
      \(NumberFormat.grouped(total.documents)) documents, \(NumberFormat.grouped(total.bytes)) bytes, \
      \(NumberFormat.grouped(total.words)) words
      \(NumberFormat.percent(statistics.distinctEightGramShare)) of the runs of eight words are different ones
      \(phrases.text(width: page.width))
      """
  }
}
