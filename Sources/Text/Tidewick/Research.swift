extension Tidewick {
  /// Notes with measurements: tides, birds, the fog bell, the weather, the catch.
  enum Research {
    static let count = 170

    static func all(_ town: Town) -> [MadeFile] {
      (0..<count).map { number in
        let first = number * 131 % 358
        let week = Array(town.days[first..<(first + 7)])
        var dice = town.dice(.research, number + 10_000)
        var scene = Scene(week[0], dice: town.dice(.research, number))
        let team = dice.draw(2, of: People.all)
        scene.person("A", team[0], formally: true)
        scene.person("B", team[1], formally: true)
        scene.place("P", dice.pick(Places.town), host: "K")
        let (name, title, table, result) = subject(number, week, &scene, &dice)
        var parts = [
          title,
          "By \(team[0].full) and \(team[1].full), \(week[0].date.name) to \(week[6].date.name)",
        ]
        parts.append(scene.writer.phrase("@noteAim @noteMethod @noteMethod"))
        parts.append(table.joined(separator: "\n"))
        parts.append(scene.writer.phrase("\(result) @noteEnd @noteEnd"))
        let path = "\(folder(.research))/\(name)-\(week[0].date.code)-\(number).txt"
        return MadeFile(path: path, kind: .research, plain: parts.joined(separator: "\n\n") + "\n")
      }
    }

    private typealias Subject = (name: String, title: String, table: [String], result: String)

    private static func subject(
      _ number: Int, _ week: [Day], _ scene: inout Scene, _ dice: inout Dice
    ) -> Subject {
      switch number % 5 {
      case 0: return tides(week, &scene, &dice)
      case 1: return birds(week, &scene, &dice)
      case 2: return bell(week, &scene, &dice)
      case 3: return weather(week, &scene, &dice)
      default: return fishing(week, &scene, &dice)
      }
    }

    private static func tides(_ week: [Day], _ scene: inout Scene, _ dice: inout Dice) -> Subject {
      scene.set(
        "question",
        dice.pick([
          "high water comes about fifty minutes later each day",
          "the tide is higher when the moon is full", "the marks on the wall can be trusted",
        ]))
      let high = week.compactMap { day in day.tides.first(where: \.isHigh).map { (day, $0) } }
      let table = high.map { day, tide in
        let day = dice.pick([day.date.name, "\(day.date.weekday), \(day.date.name)"])
        return "\(day): high water at \(tide.clock), \(tide.metres) metres"
      }
      let top = high.max { $0.1.centimetres < $1.1.centimetres }
      let text = top.map {
        "the highest water was \($0.1.metres) metres, on \($0.0.date.name)."
      }
      return (
        "tides",
        dice.pick([
          "The tides at the harbour wall", "A week of high water", "When the water is high",
        ]), table, text ?? "no high water was seen."
      )
    }

    private static func birds(_ week: [Day], _ scene: inout Scene, _ dice: inout Dice) -> Subject {
      scene.set(
        "question",
        dice.pick([
          "there are more birds at low water", "the birds leave before a storm",
          "fewer birds come each year",
        ]))
      let table = week.map { day in
        "\(day.date.name): "
          + day.birds.prefix(3).map {
            "\($0.count) \($0.count == 1 ? $0.bird : plural($0.bird)) \($0.place == "the mud flats" || $0.place == "the north beach" ? "on" : "at") \($0.place)"
          }.joined(separator: ", ")
      }
      let total = week.reduce(0) { $0 + $1.birds.prefix(3).reduce(0) { $0 + $1.count } }
      return (
        "birds",
        dice.pick(["Birds of the bay", "A week of counting birds", "Who flies over Tidewick"]),
        table, "in seven days we counted \(total) birds."
      )
    }

    private static func bell(_ week: [Day], _ scene: inout Scene, _ dice: inout Dice) -> Subject {
      scene.set(
        "question",
        dice.pick([
          "the fog bell can be heard on the water", "the bell sounds louder in fog",
          "three rings a minute are enough",
        ]))
      scene.set("metres", "\(dice.roll(in: 2...19) * 50)")
      scene.set("ringsHour", "\(60 * Facts.ringsAMinute)")
      let foggy = week.first { $0.weather.fog != nil }?.weather.fog
      scene.set("fogFrom", foggy.map { clock($0.lowerBound * 60) } ?? "05:00")
      scene.set("fogUntil", foggy.map { clock($0.upperBound * 60) } ?? "06:00")
      let table = week.map { day in
        guard let fog = day.weather.fog else {
          return
            "\(day.date.name): no fog, the bell \(dice.pick(["was silent", "hung still", "did not ring"]))"
        }
        let rings = fog.count > 1 ? (fog.upperBound - fog.lowerBound) * 180 : 0
        return
          "\(day.date.name): fog from \(clock(fog.lowerBound * 60)) to \(clock(fog.upperBound * 60)), \(rings) rings"
      }
      return (
        "fog-bell",
        dice.pick(["A trial of the fog bell", "How far the bell is heard", "Notes on the fog bell"]
        ), table, "@bellNote @bellNote @bellNote"
      )
    }

    private static func weather(_ week: [Day], _ scene: inout Scene, _ dice: inout Dice) -> Subject
    {
      scene.set(
        "question",
        dice.pick([
          "a red sky in the evening means good weather", "the cat Wick can feel a storm coming",
          "the wind from the west brings rain",
        ]))
      let table = week.map { day in
        "\(day.date.weekday): \(day.weather.sky.rawValue), \(day.weather.degrees) degrees at noon, wind from the \(day.weather.wind)"
      }
      let mean = week.reduce(0) { $0 + $1.weather.degrees } / 7
      let sun = week.count { $0.weather.sky == .sunny }
      return (
        "weather", dice.pick(["A week of weather", "The glass and the wind", "What the sky did"]),
        table,
        "the middle of the week's degrees was \(mean). there \(sun == 1 ? "was one sunny day" : "were \(inWords(sun)) sunny days")."
      )
    }

    private static func fishing(_ week: [Day], _ scene: inout Scene, _ dice: inout Dice) -> Subject
    {
      scene.set(
        "question",
        dice.pick([
          "the Lucky Hen is lucky", "fish bite better in grey weather",
          "old Peg knows where the fish are",
        ]))
      let table = week.map { day in
        day.catches.isEmpty
          ? "\(day.date.name): storm, no boat went out"
          : "\(day.date.name): "
            + day.catches.map { "\($0.boat) \($0.baskets) of \($0.fish)" }.joined(separator: ", ")
      }
      let boats = ["Sea Pink", "Silver Tern", "Lucky Hen"]
      let sums = boats.map { boat in
        week.reduce(0) { sum, day in
          sum + day.catches.filter { $0.boat == boat }.reduce(0) { $0 + $1.baskets }
        }
      }
      let text = zip(boats, sums).map { "the \($0) \(counted($1, "basket", "baskets"))" }
      return (
        "catch",
        dice.pick(["Baskets of fish", "Three boats in one week", "What the boats brought home"]),
        table, "in all, " + text.joined(separator: ", ") + "."
      )
    }
  }
}
