import Foundation
import Testing

@testable import Text

/// The corpus is made once for all tests of this file.
private let corpus = Tidewick.corpus()
private let clean = Tidewick.cleanFiles()
private let data = URL(fileURLWithPath: #filePath)
  .appendingPathComponent("../../../../data/tidewick").standardizedFileURL

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

@Suite struct TidewickFactTests {
  @Test func theFerryLeavesAtNoonEverywhere() {
    for file in clean + corpus.support {
      #expect(!file.plain.contains("ferry leaves at one"))
      #expect(!file.plain.contains("ferry leaves Tidewick at four"))
    }
    for kind in [DocumentKind.book, .conversation, .web, .documentation] {
      #expect(clean.contains { $0.kind == kind && $0.plain.contains("ferry leaves") })
    }
  }

  @Test func theKeeperHasOneName() {
    for file in clean {
      for part in file.plain.components(separatedBy: "the lighthouse keeper, ").dropFirst() {
        let namesSomebody = part.first?.isUppercase ?? false
        #expect(part.hasPrefix("Amos Gray") || !namesSomebody)
      }
    }
  }

  /// What somebody lost in a story is on the web, on the same day, at the same place.
  @Test func lossesAgreeBetweenStoriesAndPages() {
    let town = Tidewick.Town(seed: Tidewick.defaultSeed)
    let pages = clean.filter { $0.path.contains("lost-and-found") }.map(\.plain)
    var checked = 0
    for day in town.days {
      let lines = pages.flatMap { $0.split(separator: "\n") }.filter {
        $0.hasPrefix("- \(day.date.name): ")
      }
      for line in lines {
        #expect(line.contains(day.loss.thing.name) && line.contains(day.loss.corner))
        checked += 1
      }
    }
    #expect(checked > 200)
  }

  /// 3 May is told in `written/books/nell-and-the-red-kite.txt`.
  @Test func theTownKnowsOfNellsKite() {
    let day = Tidewick.Town(seed: Tidewick.defaultSeed).days[122]
    #expect(day.date.name == "3 May" && day.date.weekday == "Thursday")
    #expect(day.loss.owner.name == "Nell" && day.loss.thing.name == "red kite")
    #expect(day.loss.finder.name == "Tom" && day.loss.place.name == "harbour")
    #expect(day.weather.sky == .windy && day.crossing.left == "noon")
  }

  @Test func stormsKeepTheFerryAtHome() {
    for day in Tidewick.Town(seed: Tidewick.defaultSeed).days where day.weather.sky == .stormy {
      #expect(!day.crossing.sails && day.crossing.fares == 0 && day.catches.isEmpty)
    }
  }

  @Test func tidesComeInOrderAndHighWaterIsHigh() {
    for day in Tidewick.Town(seed: Tidewick.defaultSeed).days {
      #expect(day.tides.map(\.minutes) == day.tides.map(\.minutes).sorted())
      #expect(day.tides.filter(\.isHigh).count > 0)
      for tide in day.tides { #expect(tide.isHigh == (tide.centimetres > 250)) }
    }
  }
}
