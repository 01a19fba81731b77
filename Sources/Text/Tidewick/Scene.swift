extension Tidewick {
  /// Puts the facts of a day into a writer's slots, so that every kind of document says the same.
  struct Scene {
    var writer: Writer

    init(_ day: Day, dice: Dice) {
      writer = Writer(dice: dice)
      set("date", day.date.name)
      set("weekday", day.date.weekday)
      set("month", day.date.month)
      set("nextMonth", Date.months[(day.date.monthAndDay.month + 1) % 12].name)
      set("season", day.date.season)
      set("sky", day.weather.sky.rule)
      set("degrees", "\(day.weather.degrees)")
      set("wind", day.weather.wind)
      set("special", day.special)
      set("lesson", day.lesson)
      set("reason", day.crossing.reason)
      set("load", day.errand.load)
      set("sender", day.errand.sender.called)
      set("receiver", day.errand.receiver.called)
      set("child", day.errand.bearer.name)
      set("breakage", day.repair.what)
      set("mender", day.repair.mender.called)
      set("fixed", day.repair.owner.called)
      setCrossing(day.crossing)
      setTide(day.tides)
      if let bird = day.birds.first {
        set("birdOne", Tidewick.counted(bird.count, bird.bird, Tidewick.plural(bird.bird)))
      }
    }

    mutating func set(_ slot: String, _ value: String) { writer[slot] = value }

    /// `$A`, `$Ahe`, `$Ahis`, `$Ahim`, `$Acalled`, ... for any letter or name.
    mutating func person(_ slot: String, _ person: Person, formally: Bool = true) {
      set(slot, formally && !person.isChild ? person.called : person.name)
      set(slot + "full", person.full)
      set(slot + "called", person.called)
      set(slot + "he", person.pronoun)
      set(slot + "him", person.him)
      set(slot + "his", person.his)
      set(slot + "age", "\(person.age)")
      set(slot + "home", person.home)
      set(slot + "job", person.job)
      set(slot + "lives", person.isChild ? "lives at the \(person.home)" : "is \(person.job)")
    }

    /// `$Pname`, `$Pto`, `$Pat`, `$Psee`; its host goes into `host`'s slots.
    mutating func place(_ slot: String, _ place: Place, host: String? = nil) {
      set(slot + "name", place.name)
      set(slot + "to", place.to)
      set(slot + "at", place.at)
      set(slot + "see", place.sight)
      guard let host else { return }
      person(host, People.named(place.host))
    }

    mutating func thing(_ thing: Thing) {
      set("T", thing.name)
      set("aT", thing.withArticle)
      set("N", thing.noun)
    }

    mutating func pet(of owner: Person) {
      set("petOwner", owner.name)
      set("pet", owner.pet?.name ?? "Whiskers")
      set("petKind", owner.pet?.kind ?? "cat")
    }

    mutating func purchase(_ purchase: Purchase) {
      let (name, shop, price) = purchase.good
      set("buyer", purchase.buyer.called)
      set("visitor", purchase.buyer.called)
      set("good", name)
      set("price", Tidewick.money(price))
      set("shopAt", (shop == "market square" ? "in the " : "at the ") + shop)
    }

    mutating func loss(_ loss: Loss) {
      set("owner", loss.owner.called)
      set("finder", loss.finder.called)
      set("corner", loss.corner)
      set(
        "slip", "@slip" + ["Blows", "Rolls", "Small", "Floats", "Read"][loss.thing.nature.rawValue])
      thing(loss.thing)
      place("P", loss.place)
    }

    mutating func stray(_ day: Day) {
      pet(of: day.stray.owner)
      set("petCorner", day.stray.corner)
      place("R", day.stray.place)
    }

    mutating func haul(_ haul: Catch) {
      let baskets = Tidewick.counted(haul.baskets, "basket", "baskets")
      set(
        "catchLine",
        "{\(haul.skipper.called) caught|The \(haul.boat) {came home|came in} with|\(haul.skipper.called) and the \(haul.boat) brought in} \(baskets) of \(haul.fish)."
      )
    }

    private mutating func setCrossing(_ crossing: Crossing) {
      set("left", crossing.left)
      set("adults", "\(crossing.adults)")
      set("kids", "\(crossing.children)")
      set("dogs", Tidewick.counted(crossing.dogs, "dog", "dogs"))
      set("passenger", crossing.passenger.called)
      set(
        "cargo", crossing.cargo.dropLast().joined(separator: ", ") + " and " + crossing.cargo[2])
      switch crossing.outcome {
      case .onTime:
        set("ferryBeat", "@ferryFact")
        set("ferryToday", "{The ferry left at noon|It left at noon, on time|At noon, on time}.")
      case .waited:
        set("ferryBeat", "@ferryWaited")
        set(
          "ferryToday",
          "{The ferry waited for the fog and left at $left|Because of the fog it left at $left|Not at noon: there was fog, and it left at $left}."
        )
      case .stayed:
        set("ferryBeat", "@ferryStayed")
        set(
          "ferryToday",
          "{The ferry stayed in the harbour because of the storm|No ferry, the storm is too strong|No: in a storm the ferry stays at home}."
        )
      }
    }

    private mutating func setTide(_ tides: [Tide]) {
      guard let high = tides.first(where: \.isHigh) else { return }
      set("highTide", high.clock)
      set("highMetres", high.metres)
    }
  }

  /// Ten pennies are a crown.
  static func money(_ pennies: Int) -> String {
    let crowns = counted(pennies / 10, "crown", "crowns")
    let rest = counted(pennies % 10, "penny", "pennies")
    if pennies < 10 { return rest }
    return pennies % 10 == 0 ? crowns : crowns + " and " + rest
  }

  static func plural(_ noun: String) -> String {
    switch noun {
    case "wild goose": "wild geese"
    default: noun + "s"
    }
  }
}
