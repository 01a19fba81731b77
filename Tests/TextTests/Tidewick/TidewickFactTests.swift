import Foundation
import Testing

@testable import Text

private let corpus = TidewickSamples.corpus
private let clean = TidewickSamples.clean
private let town = TidewickSamples.town
private let data = TidewickSamples.data

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
    let lines = clean.filter { $0.path.contains("lost-and-found") }
      .flatMap { $0.plain.split(separator: "\n") }.filter { $0.hasPrefix("- ") }
    var checked = 0
    for day in town.days {
      for line in lines where line.hasPrefix("- \(day.date.name): ") {
        #expect(line.contains(day.loss.thing.name) && line.contains(day.loss.corner))
        checked += 1
      }
    }
    #expect(checked > 200)
  }

  /// 3 May is told in `written/books/nell-and-the-red-kite.txt`.
  @Test func theTownKnowsOfNellsKite() {
    let day = town.days[122]
    #expect(day.date.name == "3 May" && day.date.weekday == "Thursday")
    #expect(day.loss.owner.name == "Nell" && day.loss.thing.name == "red kite")
    #expect(day.loss.finder.name == "Tom" && day.loss.place.name == "harbour")
    #expect(day.weather.sky == .windy && day.crossing.left == "noon")
  }

  /// The people of the simulation and the hand-written timetable say what `Facts` says.
  @Test func theConstantsHoldInTheSimulationAndInTheWrittenDocuments() throws {
    typealias Facts = Tidewick.Facts
    let jobs = [
      ("the lighthouse keeper", Facts.keeper), ("the ferry captain", Facts.captain),
      ("the baker", Facts.baker), ("the ticket clerk", Facts.clerk),
      ("the harbour master", Facts.harbourMaster),
    ]
    for (job, name) in jobs {
      #expect(Tidewick.People.adults.filter { $0.job == job }.map(\.full) == [name])
    }
    let page = data.appendingPathComponent("written/documentation/ferry-timetable.txt")
    let timetable = try String(contentsOf: page, encoding: .utf8)
    for fact in [
      Facts.ferry, "Every day at \(Facts.leaves)", Facts.returns, Facts.crossing,
      "Saturdays also at \(Facts.saturdayLeaves)", "Saturdays also at \(Facts.saturdayReturns)",
      "Grown-ups: \(Tidewick.inWords(Facts.adultFare)) crowns",
      "Children: \(Tidewick.inWords(Facts.childFare)) crown",
      "A bicycle: \(Tidewick.inWords(Facts.bicycleFare)) crown",
      "A goat: \(Tidewick.inWords(Facts.goatFare)) crowns", Facts.clerk,
    ] {
      #expect(timetable.contains(fact), "the timetable does not say \(fact)")
    }
    let oven = data.appendingPathComponent("written/documentation/the-bakery-oven.txt")
    #expect(try String(contentsOf: oven, encoding: .utf8).contains(Facts.breadTime))
  }

  @Test func stormsKeepTheFerryAtHome() {
    for day in town.days where day.weather.sky == .stormy {
      #expect(!day.crossing.sails && day.crossing.fares == 0 && day.catches.isEmpty)
    }
  }

  @Test func tidesComeInOrderAndHighWaterIsHigh() {
    for day in town.days {
      #expect(day.tides.map(\.minutes) == day.tides.map(\.minutes).sorted())
      #expect(day.tides.filter(\.isHigh).count > 0)
      for tide in day.tides { #expect(tide.isHigh == (tide.centimetres > 250)) }
    }
  }
}
