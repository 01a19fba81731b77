import Foundation
import Testing

@testable import Text

private let corpus = TidewickSamples.corpus

@Suite struct PlantedDefectTests {
  private func files(_ kind: Tidewick.PlantedDefect.Kind) -> [(
    Tidewick.PlantedDefect, Tidewick.MadeFile
  )] {
    corpus.defects.filter { $0.kind == kind }.compactMap { defect in
      corpus.files.first { $0.path == defect.path }.map { (defect, $0) }
    }
  }

  @Test(arguments: [
    (Tidewick.PlantedDefect.Kind.exactDuplicate, 40), (.nearDuplicate, 40), (.mojibake, 25),
    (.markup, 20), (.wrongLanguage, 15), (.tooShort, 20), (.spam, 12), (.mailAddress, 30),
    (.phoneNumber, 30),
  ])
  func areAllThere(kind: Tidewick.PlantedDefect.Kind, count: Int) {
    #expect(files(kind).count == count)
  }

  @Test func duplicatesAreWhatTheySay() throws {
    for (defect, copy) in files(.exactDuplicate) {
      let original = try #require(corpus.files.first { $0.path == defect.detail })
      #expect(copy.contents == original.contents && copy.path != original.path)
    }
    for (defect, copy) in files(.nearDuplicate) {
      let original = try #require(corpus.files.first { $0.path == defect.detail })
      #expect(copy.contents != original.contents)
      #expect(abs(copy.contents.count - original.contents.count) < 60)
    }
  }

  @Test func mojibakeShows() {
    for (_, file) in files(.mojibake) { #expect(file.text.contains("â€")) }
    #expect(Tidewick.Mojibake.misread("caf\u{E9} \u{201C}\u{201D}") == "cafÃ© â€œâ€\u{9D}")
  }

  @Test func contactsAreFictional() {
    for (_, file) in files(.mailAddress) {
      #expect(file.text.contains(/@(tidewick|ferry\.tidewick|harbour)\.example/))
    }
    for (_, file) in files(.phoneNumber) { #expect(file.text.contains(/01632 960\d{3}/)) }
  }

  @Test func everyWebPageWearsTheDress() {
    let pages = corpus.files.filter { $0.path.hasSuffix(".html") }
    #expect(files(.boilerplate).count == pages.count)
    for (_, file) in files(.boilerplate) { #expect(file.text.contains("<nav>")) }
  }

  @Test func stubsAreShortAndSpamRepeats() {
    for (_, file) in files(.tooShort) { #expect(file.contents.count < 40) }
    for (_, file) in files(.spam) {
      #expect(Tidewick.WordGrams([file.text]).distinctShare < 0.5)
    }
  }

  @Test func foreignPagesNameTheirLanguage() {
    #expect(Set(files(.wrongLanguage).compactMap(\.0.detail)) == ["fr", "de", "nl"])
  }
}
