extension Tidewick {
  /// Programs in Ferryscript, the small language of the ferry office. They compute with the
  /// numbers of one day or one week; the language is described in `written/documentation`.
  enum Ferryscripts {
    static let count = 160

    static func all(_ town: Town) -> [MadeFile] {
      (0..<count).map { number in
        var dice = town.dice(.code, number)
        let day = town.days[number * 127 % 358]
        let program: (name: String, lines: [String])
        switch number % 7 {
        case 0: program = fares(day, &dice)
        case 1: program = departure(day, &dice)
        case 2: program = lamp(day, &dice)
        case 3: program = tides(Array(town.days[day.date.index..<(day.date.index + 7)]), &dice)
        case 4: program = lostBox(Array(town.days[day.date.index..<(day.date.index + 6)]), &dice)
        case 5: program = bread(day, &dice)
        default:
          program = passengers(Array(town.days[day.date.index..<(day.date.index + 7)]), &dice)
        }
        let name = "\(program.name)-\(day.date.code)-\(number).ferry"
        return MadeFile(
          path: "\(folder(.code))/\(name)", kind: .code,
          plain: program.lines.joined(separator: "\n") + "\n")
      }
    }

    private typealias Program = (name: String, lines: [String])

    private static func fares(_ day: Day, _ dice: inout Dice) -> Program {
      let crossing = day.crossing
      let big = dice.pick(["adults", "grownups", "big", "people"])
      let small = dice.pick(["children", "kids", "small"])
      let sum = dice.pick(["fare", "price", "cost", "money"])
      var lines = [
        dice.pick([
          "# What the desk took on \(day.date.name).",
          "# Fares of \(day.date.weekday), \(day.date.name).",
          "# \(day.date.name): tickets for the ferry.", "# Count the money of \(day.date.name).",
        ]),
        "let \(big) be \(crossing.adults)", "let \(small) be \(crossing.children)",
      ]
      let wheels = dice.chance(60)
      if wheels { lines.append("let bicycles be \(crossing.bicycles)") }
      if dice.chance(50) {
        lines += ["", "to \(sum) with a, b do", "  give a * 3 + b * 1", "end", ""]
        lines.append("let total be \(sum) with \(big), \(small)")
      } else {
        lines.append("let total be \(big) * 3 + \(small)")
      }
      if wheels { lines.append("set total to total + bicycles") }
      if !crossing.sails {
        lines += ["# A storm: nobody crossed, and the money goes back.", "set total to 0"]
      }
      lines.append(
        dice.pick([
          "say \"\(day.date.name): \", total, \" crowns\"", "say total, \" crowns in the box\"",
          "note \"crowns: \", total",
        ]))
      if dice.chance(50) {
        lines += [
          "if \(big) + \(small) is more than \(Facts.seats) then",
          "  say \"\(dice.pick(["The boat is full", "No seat is left", "Some must wait"]))\"",
          "end",
        ]
      }
      return ("fares", lines)
    }

    private static func departure(_ day: Day, _ dice: inout Dice) -> Program {
      let foggy = day.weather.fog != nil ? "yes" : "no"
      let stormy = day.weather.sky == .stormy ? "yes" : "no"
      var lines = [
        dice.pick([
          "# May the Kittiwake leave on \(day.date.name)?",
          "# The ferry leaves at noon, if it can.",
          "# Departure, \(day.date.name), wind from the \(day.weather.wind).",
        ]),
        "let fog be \(foggy)", "let storm be \(stormy)",
      ]
      let load = day.crossing.cargo.prefix(dice.roll(in: 1...3)).map { "\"\($0)\"" }
      if dice.chance(60) {
        lines += [
          "let cargo be [\(load.joined(separator: ", "))]", "for each thing in cargo do",
          "  \(dice.pick(["load thing", "say \"load \", thing", "note \"on board: \", thing"]))",
          "end",
        ]
      }
      lines += [
        "if storm then", "  hold the ferry",
        "  say \"\(dice.pick(["No ferry today", "The storm is too strong", "Stay at home"]))\"",
        "else", "  while fog do", "    ring the bell \(Facts.ringsAMinute) times",
        "    wait 1 minute",
        "    set fog to look at \"\(dice.pick(["Tern Point", "the lighthouse", "the red post"]))\"",
        "  end",
        "  wait until 12:00", "  blow the horn", "  send the ferry to \"Fern Island\"", "end",
      ]
      if dice.chance(50) { lines.append("note \"\(day.date.name), left at \(day.crossing.left)\"") }
      return ("departure", lines)
    }

    private static func lamp(_ day: Day, _ dice: inout Dice) -> Program {
      let nights = dice.roll(in: 2...40) * 10
      let name = dice.pick(["flash", "blink", "turn"])
      var lines = [
        dice.pick([
          "# The lamp of the lighthouse: one flash every nine seconds.",
          "# Written for Amos Gray, \(day.date.name).", "# Try the lamp before sunset.",
        ]), "",
        "to \(name) with times do", "  repeat times times", "    light the lamp",
        "    wait \(Facts.secondsBetweenFlashes) seconds", "  end", "end", "",
      ]
      if dice.chance(50) {
        lines += [
          "let steps be \(Facts.lampSteps)",
          "say \"\(dice.pick(["Climb", "Go up", "Count"])) \", steps, \" steps\"",
        ]
      }
      if dice.chance(50) {
        lines += [
          "let oil be \(dice.roll(in: 1...9))", "if oil is less than \(dice.roll(in: 2...5)) then",
          "  say \"\(dice.pick(["Bring oil", "Ask Joss for lamp oil", "The can is almost empty"]))\"",
          "end",
        ]
      }
      lines.append("\(name) with \(nights)")
      lines.append(
        dice.pick([
          "note \"\(nights) flashes\"", "say \"Good night, Tidewick\"", "say \"The lamp is well\"",
        ]))
      return ("lamp", lines)
    }

    private static func tides(_ week: [Day], _ dice: inout Dice) -> Program {
      let heights = week.compactMap { $0.tides.first(where: \.isHigh)?.metres }
      let top = dice.pick(["highest", "top", "most"])
      return (
        "tides",
        [
          dice.pick([
            "# High water from \(week[0].date.name).", "# The tides of one week, in metres.",
            "# Find the highest tide after \(week[0].date.name).",
          ]),
          "let heights be [\(heights.joined(separator: ", "))]", "let \(top) be 0", "",
          "for each height in heights do", "  if height is more than \(top) then",
          "    set \(top) to height", "  end", "end", "",
          dice.pick([
            "say \"The highest water: \", \(top)", "note \"high water \", \(top), \" metres\"",
          ]),
          "if \(top) is more than \(dice.pick(["4.30", "4.20", "4.40"])) then",
          "  \(dice.pick(["ring the bell", "say \"Tie the boats with two ropes\"", "say \"Water on the quay\""]))",
          "end",
        ]
      )
    }

    private static func lostBox(_ days: [Day], _ dice: inout Dice) -> Program {
      let box = dice.pick(["box", "found", "things"])
      let thing = dice.pick(days).loss.thing.name
      return (
        "lost-box",
        [
          dice.pick([
            "# What is in the blue box?", "# Lost things from \(days[0].date.name).",
            "# Look for the \(thing).",
          ]),
          "let \(box) be [" + days.map { "\"\($0.loss.thing.name)\"" }.joined(separator: ", ")
            + "]",
          "let wanted be \"\(thing)\"", "let here be no", "for each thing in \(box) do",
          "  if thing is wanted then", "    set here to yes", "  end", "end",
          "if here then",
          "  say \"\(dice.pick(["We have the ", "Come and fetch the ", "In the blue box: the "]))\", wanted",
          "else",
          "  say \"\(dice.pick(["No ", "Nobody has found a ", "We are sorry, no "]))\", wanted",
          "end",
          dice.pick([
            "note \"kept for \(Facts.daysKept) days\"",
            "say \"We keep things for \(Facts.daysKept) days\"",
          ]),
        ]
      )
    }

    private static func bread(_ day: Day, _ dice: inout Dice) -> Program {
      let trays = dice.roll(in: 2...7)
      let each = dice.pick([6, 8, 10, 12])
      let hungry = day.crossing.adults + day.crossing.children
      return (
        "bread",
        [
          dice.pick([
            "# Bread for the ferry, \(day.date.name).", "# Rosa bakes \(day.special).",
            "# How many trays of \(day.special)?",
          ]),
          "let trays be \(trays)", "let buns be trays * \(each)", "let hungry be \(hungry)",
          "wait until 05:00", "repeat trays times",
          "  \(dice.pick(["say \"A tray into the oven\"", "load \"a tray of \(day.special)\"", "note \"one tray\""]))",
          "  wait \(dice.roll(in: 12...20)) minutes", "end",
          "if buns is less than hungry then",
          "  say \"\(dice.pick(["Bake more", "Not enough for all", "Cut them in two"])), \", hungry - buns, \" are missing\"",
          "else",
          "  say \"\(dice.pick(["Enough for all", "Some are left for the gulls", "Good"]))\"",
          "end",
        ]
      )
    }

    private static func passengers(_ week: [Day], _ dice: inout Dice) -> Program {
      let counts = week.map { $0.crossing.sails ? $0.crossing.adults + $0.crossing.children : 0 }
      let list = dice.pick(["week", "days", "boats"])
      let sum = dice.pick(["sum", "total", "all"])
      return (
        "passengers",
        [
          dice.pick([
            "# Who crossed from \(week[0].date.name) on?", "# Passengers of seven days.",
            "# A week on the Kittiwake, from \(week[0].date.name).",
          ]),
          "let \(list) be [\(counts.map { "\($0)" }.joined(separator: ", "))]", "let \(sum) be 0",
          "let empty be 0",
          "for each day in \(list) do", "  set \(sum) to \(sum) + day", "  if day is 0 then",
          "    set empty to empty + 1", "  end", "end",
          "say \"\(dice.pick(["People", "Passengers", "On board"])): \", \(sum)",
          "say \"\(dice.pick(["In the middle", "Each day about", "On a usual day"])): \", \(sum) / 7",
          "if empty is more than 0 then", "  note \"days without a boat: \", empty", "end",
        ]
      )
    }
  }
}
