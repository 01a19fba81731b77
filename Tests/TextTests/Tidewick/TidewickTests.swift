import Foundation
import Testing

@testable import Text

/// The corpus of the default seed, made once for all tests.
enum TidewickSamples {
  static let corpus = Tidewick.corpus()
  static let clean = Tidewick.cleanFiles()
  static let town = Tidewick.Town(seed: Tidewick.defaultSeed)
  static let data = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../data/tidewick").standardizedFileURL
}

private let corpus = TidewickSamples.corpus
private let clean = TidewickSamples.clean
private let data = TidewickSamples.data

@Suite struct TidewickTests {
  /// With `GLASSBOX_RECORD=1` the committed files are written anew instead.
  @Test func committedFilesAreWhatTheGeneratorMakes() throws {
    if ProcessInfo.processInfo.environment["GLASSBOX_RECORD"] == "1" {
      try Tidewick.write(to: data)
    }
    for file in corpus.files + corpus.support {
      let written = try Data(contentsOf: data.appendingPathComponent(file.path))
      #expect(written == Data(file.contents), "\(file.path) differs: run with GLASSBOX_RECORD=1")
    }
    var committed: [String] = []
    for folder in ["made", "support"] {
      let paths = FileManager.default.enumerator(atPath: data.appendingPathComponent(folder).path)
      while let path = paths?.nextObject() as? String {
        if path.contains(".") { committed.append("\(folder)/\(path)") }
      }
    }
    #expect(committed.sorted() == (corpus.files + corpus.support).map(\.path).sorted())
  }

  @Test func twoRunsAgreeAndSeedsDiffer() {
    let again = Tidewick.corpus()
    #expect(again.files == corpus.files)
    #expect(again.support == corpus.support)
    #expect(again.defects == corpus.defects)
    #expect(Tidewick.SupportDesk.files(seed: 1) != corpus.support)
  }

  @Test func isLargeAndVaried() {
    let bytes = corpus.files.reduce(0) { $0 + $1.contents.count }
    #expect(bytes > 1_500_000)
    let grams = Tidewick.WordGrams(clean.map(\.plain))
    #expect(grams.distinctShare > 0.7)
    #expect(grams.commonestShare < 0.002)
  }

  @Test func pathsAreUniqueAndEveryKindIsThere() {
    #expect(Set(corpus.files.map(\.path)).count == corpus.files.count)
    for kind in DocumentKind.allCases {
      #expect(corpus.files.filter { $0.kind == kind }.count >= 60)
    }
  }

  @Test func noPatternIsLeftInTheText() {
    for file in clean where file.kind != .code {
      for mark in ["$", "{", "}", "@", "  ", " .", " ,", "..", "the the "] {
        #expect(!file.plain.contains(mark), "\(mark) in \(file.path)")
      }
    }
  }
}
