extension Tidewick {
  /// The town's year, simulated day by day from a seed. Every document is written from it.
  struct Town: Sendable {
    let seed: UInt64
    let days: [Day]

    init(seed: UInt64) {
      self.seed = seed
      var days: [Day] = []
      var yesterday: Sky?
      for index in 0..<Date.daysInYear {
        let date = Date(index: index)
        var sky = Dice(seed: seed, stream: .weather, step: index)
        let weather = Weather(date: date, yesterday: yesterday, dice: &sky)
        let tides = Tide.all(on: date, dice: &sky)
        var dice = Dice(seed: seed, stream: .days, step: index)
        days.append(Day(date: date, weather: weather, tides: tides, dice: &dice))
        yesterday = weather.sky
      }
      self.days = days
    }

    func dice(_ stream: Stream, _ step: Int) -> Dice {
      Dice(seed: seed, stream: stream, step: step)
    }
  }
}

extension Tidewick.Day {
  static let fish = ["herring", "mackerel", "cod", "crab", "plaice", "sprats", "whiting"]
  static let cargo = [
    "milk cans", "sacks of flour", "wool bales", "hay", "mail bags", "paint tins", "apple boxes",
    "lamp oil", "honey jars", "roof tiles", "seed potatoes", "a piano stool", "two beehives",
    "school slates", "a new anchor", "cheese rounds", "a crate of hens", "firewood",
  ]
  static let reasons = [
    "to buy honey", "to see the lambs", "to visit an aunt", "to draw the seals",
    "to fetch blue wool", "to mend a roof", "to bring a letter", "to count the birds",
    "to swim from the pier", "to see the old mill", "to take the goat home", "to pick blackberries",
    "to help with the hay", "to look for shells", "to play the fiddle at a party",
  ]
  static let specials = [
    "plum buns", "seed cake", "apple tarts", "ginger biscuits", "honey rolls", "cheese bread",
    "cinnamon knots", "oat cakes", "lemon buns", "raisin bread", "pear pies", "walnut bread",
  ]
  static let lessons = [
    "the moon and the tides", "long division", "the names of the winds", "how bees make honey",
    "knots and ropes", "the parts of a ship", "how to write a letter", "birds of the bay",
    "songs of the sea", "the map of the island", "how fog is made", "counting in tens",
    "the story of the lighthouse", "drawing fish", "measuring the yard", "seeds and roots",
  ]
  static let breakages = [
    "the handle of a bucket", "a torn sail", "a broken oar", "a wobbly chair", "a stuck drawer",
    "the strap of a school bag", "a cracked lantern", "a split plank", "a loose hinge",
    "a bent wheel", "a torn net", "the string of a kite", "a squeaking gate", "a leaking bucket",
  ]

  init(
    date: Tidewick.Date, weather: Tidewick.Weather, tides: [Tidewick.Tide],
    dice: inout Tidewick.Dice
  ) {
    typealias People = Tidewick.People
    self.date = date
    self.weather = weather
    self.tides = tides

    let child = dice.pick(People.townChildren)
    let places = dice.draw(4, of: Tidewick.Places.town)
    let others = dice.draw(6, of: People.all.filter { $0 != child })
    let lost = Tidewick.Loss(
      owner: dice.chance(80) ? child : others[0], thing: Tidewick.Things.any(&dice),
      place: places[0], corner: Self.spot(places[0], &dice), finder: others[1])
    loss = date == Tidewick.Facts.kiteDay ? Self.kite : lost

    let shops = Tidewick.Things.goods.filter {
      $0.shop != "market square" || date.weekday == "Thursday"
    }
    purchases = dice.draw(4, of: shops).map {
      Tidewick.Purchase(buyer: dice.pick(People.all), good: $0)
    }

    let hosts = dice.draw(2, of: Tidewick.Places.town + Tidewick.Places.island)
    errand = Tidewick.Errand(
      bearer: dice.pick(People.townChildren), load: dice.pick(Tidewick.Things.goods).name,
      sender: People.named(hosts[0].host),
      receiver: People.named(hosts[1].host == hosts[0].host ? "Peg" : hosts[1].host),
      place: hosts[1])

    let outcome: Tidewick.Crossing.Outcome
    if weather.sky == .stormy {
      outcome = .stayed
    } else if let fog = weather.fog, fog.upperBound > 12 {
      outcome = .waited(untilHour: fog.upperBound)
    } else {
      outcome = .onTime
    }
    crossing = Tidewick.Crossing(
      outcome: outcome, adults: dice.roll(in: 3...24), children: dice.roll(in: 2...14),
      bicycles: dice.roll(6), dogs: dice.roll(4), cargo: dice.draw(3, of: Self.cargo),
      islander: dice.pick(["Molly", "Gus", "Una"].map(People.named)), passenger: others[2],
      reason: dice.pick(Self.reasons))

    let skippers = [("Sea Pink", "Ben"), ("Silver Tern", "Peg"), ("Lucky Hen", "Sam")]
    catches =
      weather.sky == .stormy
      ? []
      : skippers.map { boat, skipper in
        Tidewick.Catch(
          boat: boat, skipper: People.named(skipper), fish: dice.pick(Self.fish),
          baskets: dice.roll(in: 1...9))
      }
    birds = Self.birds(date, &dice)

    let strayPlace = dice.pick(Tidewick.Places.town)
    stray = (
      dice.pick(People.townChildren), strayPlace, Self.spot(strayPlace, &dice)
    )
    special = dice.pick(Self.specials)
    lesson = dice.pick(Self.lessons)
    let pair = dice.draw(2, of: People.townChildren)
    self.pair = (pair[0], pair[1], dice.pick(Tidewick.Places.town))
    repair = (
      dice.pick(Self.breakages), others[3],
      dice.pick(["Finn", "Joss", "Dora", "Tom"].map(People.named).filter { $0 != others[3] })
    )
  }

  /// What the hand-written story of 3 May tells.
  private static var kite: Tidewick.Loss {
    Tidewick.Loss(
      owner: Tidewick.People.named("Nell"),
      thing: Tidewick.Thing(look: "red", noun: "kite", nature: .blows),
      place: Tidewick.Places.named("harbour"), corner: "on the deck of the ferry",
      finder: Tidewick.People.named("Tom"))
  }

  /// One of a place's corners, taken from its pattern.
  static func spot(_ place: Tidewick.Place, _ dice: inout Tidewick.Dice) -> String {
    dice.pick(place.corner.dropFirst().dropLast().split(separator: "|").map(String.init))
  }

  private static func birds(
    _ date: Tidewick.Date, _ dice: inout Tidewick.Dice
  ) -> [Tidewick.BirdCount] {
    let month = date.monthAndDay.month
    var species = ["gull", "cormorant", "oystercatcher", "turnstone", "heron"]
    if (3...7).contains(month) { species += ["puffin", "tern", "swallow"] }
    if month < 3 || month > 8 { species += ["wild goose", "eider duck"] }
    let spots = ["Tern Point", "the harbour wall", "the north beach", "Seal Rock", "the mud flats"]
    return dice.draw(4, of: species).map { bird in
      let count = bird == "gull" ? dice.roll(in: 40...180) : dice.roll(in: 1...38)
      return Tidewick.BirdCount(bird: bird, count: count, place: dice.pick(spots))
    }
  }
}
