extension Tidewick {
  /// One story about one day.
  struct Tale {
    private enum Plot: CaseIterable {
      case loss, stray, errand, island, quarrel, mend, lamp, market
    }

    private let plot: Plot
    private var scene: Scene
    private(set) var title: String

    init(day: Day, dice: Dice) {
      var dice = dice
      plot = Tale.plot(for: day, &dice)
      scene = Scene(day, dice: dice)
      title = ""
      switch plot {
      case .loss: tellLoss(day, &dice)
      case .stray: tellStray(day, &dice)
      case .errand: tellErrand(day, &dice)
      case .island: tellIsland(day, &dice)
      case .quarrel: tellQuarrel(day, &dice)
      case .mend: tellMend(day, &dice)
      case .lamp: tellLamp(day, &dice)
      case .market: tellMarket(day, &dice)
      }
      title = title.split(separator: " ").map { word in
        ["a", "the", "of", "and", "at", "in", "to", "for", "from", "with", "on"].contains(word)
          ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
      }.joined(separator: " ")
      title = title.prefix(1).uppercased() + title.dropFirst()
    }

    mutating func text() -> String {
      scene.writer.say("@\(plot)Tale")
      return scene.writer.text
    }

    /// The days decide what can be told: no crossing in a storm, no market but on Thursdays.
    private static func plot(for day: Day, _ dice: inout Dice) -> Plot {
      var plots: [Plot] = [.stray, .errand, .quarrel, .mend]
      if People.townChildren.contains(day.loss.owner) { plots += [.loss, .loss, .loss] }
      if case .onTime = day.crossing.outcome { plots += [.island] }
      if day.weather.sky == .foggy { plots += [.lamp, .lamp, .lamp] }
      if day.date.weekday == "Thursday" { plots += [.market, .market, .market, .market] }
      return dice.pick(plots)
    }

    private mutating func hero(_ person: Person) {
      scene.person("A", person)
      scene.pet(of: person)
      scene.set("petBeat", "@petLine")
      let elders = [
        "Harrow": "{her mother|Gran Harrow}", "Finch": "his mother", "Penn": "her mother",
        "Rudd": "his father", "Cole": "her mother", "Ashby": "his father", "Birch": "her father",
        "Tarn": "his father",
      ]
      scene.set("gran", elders[person.surname, default: "a friend"])
    }

    /// Fills the place of the story and the place on the way, with their hosts, and somebody met.
    private mutating func places(
      _ main: Place, _ other: Place, without people: [Person], _ dice: inout Dice
    ) {
      scene.place("P", main, host: "K")
      scene.place("Q", other, host: "L")
      scene.set("host", "@host\(main.host)")
      scene.set("Qhost", "@host\(other.host)")
      let taken = people.map(\.name) + [main.host, other.host]
      let strangers = People.all.filter { !taken.contains($0.name) }
      scene.person("S", dice.pick(strangers))
    }

    /// A place whose host is none of `people`.
    private func elsewhere(_ people: [Person], not main: Place, _ dice: inout Dice) -> Place {
      let names = people.map(\.name) + [main.host]
      return dice.pick(Places.town.filter { !names.contains($0.host) })
    }

    private mutating func tellLoss(_ day: Day, _ dice: inout Dice) {
      let loss = day.loss
      hero(loss.owner)
      scene.person("B", loss.finder)
      let other = elsewhere([loss.finder, loss.owner], not: loss.place, &dice)
      places(loss.place, other, without: [loss.owner, loss.finder], &dice)
      scene.loss(loss)
      title = dice.pick([
        "the \(loss.thing.name)", "\(loss.owner.name) and the \(loss.thing.name)",
        "the lost \(loss.thing.noun)", "\(loss.thing.withArticle) \(loss.place.at)",
        "who has seen the \(loss.thing.noun)",
      ])
    }

    private mutating func tellStray(_ day: Day, _ dice: inout Dice) {
      let owner = day.stray.owner
      hero(owner)
      scene.set("petBeat", "@feel")
      let friend = dice.pick(People.all.filter { $0 != owner && $0.name != day.stray.place.host })
      scene.person("B", friend)
      let other = elsewhere([friend, owner], not: day.stray.place, &dice)
      places(day.stray.place, other, without: [owner, friend], &dice)
      scene.set("corner", day.stray.corner)
      title = dice.pick([
        "where is \(scene.writer["pet"])", "\(scene.writer["pet"]) goes for a walk",
        "\(owner.name) and the \(scene.writer["petKind"])",
        "the \(scene.writer["petKind"]) who ran away",
      ])
    }

    private mutating func tellErrand(_ day: Day, _ dice: inout Dice) {
      let errand = day.errand
      hero(errand.bearer)
      scene.person("B", errand.receiver)
      let from = Places.hosts(errand.sender) ?? errand.place
      places(from, errand.place, without: [errand.bearer, errand.receiver, errand.sender], &dice)
      scene.person("K", errand.sender)
      title = dice.pick([
        "\(errand.load) for \(errand.receiver.called)",
        "\(errand.bearer.name) carries \(errand.load)",
        "from \(errand.sender.called) to \(errand.receiver.called)",
      ])
    }

    private mutating func tellIsland(_ day: Day, _ dice: inout Dice) {
      let (first, second) = (day.pair.first, day.pair.second)
      hero(first)
      scene.person("B", second)
      let goal = dice.pick(Places.island)
      places(goal, dice.pick(Places.town), without: [first, second], &dice)
      scene.set("islandGood", islandGood(goal))
      scene.set("islandPrice", islandPrice(goal))
      title = dice.pick([
        "over to Fern Island", "\(first.name) and \(second.name) take the ferry",
        "a day at the \(goal.name)", "the noon ferry", "across the bay",
      ])
    }

    private mutating func tellQuarrel(_ day: Day, _ dice: inout Dice) {
      let (first, second, place) = (day.pair.first, day.pair.second, day.pair.place)
      hero(first)
      scene.person("B", second)
      places(
        place, elsewhere([first, second], not: place, &dice), without: [first, second], &dice)
      let thing = Things.any(&dice)
      scene.thing(thing)
      scene.set("corner", Day.spot(place, &dice))
      title = dice.pick([
        "\(first.name) and \(second.name)", "two friends and \(thing.withArticle)",
        "the quarrel \(place.at)", "whose \(thing.noun) is it",
      ])
    }

    private mutating func tellMend(_ day: Day, _ dice: inout Dice) {
      let child = day.errand.bearer
      let mender = day.repair.mender
      hero(child)
      scene.person("B", mender)
      let main = elsewhere([child, mender], not: Places.hosts(mender) ?? day.pair.place, &dice)
      places(main, elsewhere([child, mender], not: main, &dice), without: [child, mender], &dice)
      title = dice.pick([
        day.repair.what, "\(child.name) and \(day.repair.what)", "\(mender.called) can mend it",
      ])
    }

    private mutating func tellLamp(_ day: Day, _ dice: inout Dice) {
      let child = day.pair.first
      hero(child)
      let sailor = dice.pick(["Ben", "Peg", "Sam"].map(People.named))
      scene.person("B", sailor)
      places(Places.named("lighthouse"), Places.named("harbour"), without: [child, sailor], &dice)
      title = dice.pick([
        "the lamp", "\(child.name) and the lighthouse", "the night of \(day.date.name)",
        "eighty-four steps", "\(sailor.name) comes home",
      ])
    }

    private mutating func tellMarket(_ day: Day, _ dice: inout Dice) {
      let child = day.pair.first
      hero(child)
      let market = Places.named("market square")
      let buyer = dice.pick(People.adults.filter { $0.name != market.host })
      scene.person("B", buyer)
      places(market, elsewhere([buyer], not: market, &dice), without: [child, buyer], &dice)
      let goods = dice.draw(3, of: Things.goods)
      scene.set("wish", goods[0].name)
      scene.set("swapOne", goods[1].name)
      scene.set("swapTwo", Things.any(&dice).withArticle)
      let thing = Things.any(&dice)
      scene.thing(thing)
      title = dice.pick([
        "market day", "\(child.name) goes to market", "\(thing.withArticle) for \(goods[0].name)",
        "the big swap",
      ])
    }
  }
}
