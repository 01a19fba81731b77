extension Tidewick {
  /// The town's web site: news, lost property, tides, shops, people, the island.
  enum WebPages {
    static let count = 290

    static func all(_ town: Town) -> [MadeFile] {
      (0..<count).map { number in
        let day = town.days[number * 97 % 365]
        let page: Page
        switch number % 8 {
        case 0, 1, 2: page = news(number, day, town)
        case 3: page = lostProperty(number, town)
        case 4: page = shop(number, day, town)
        case 5: page = person(number, day, town)
        case 6: page = tideTable(number, town)
        default: page = island(number, day, town)
        }
        let path = "\(folder(.web))/\(page.name)-\(number).html"
        return MadeFile(path: path, kind: .web, plain: page.plain, contents: page.html)
      }
    }

    private static func scene(_ number: Int, _ day: Day, _ town: Town) -> Scene {
      var scene = Scene(day, dice: town.dice(.web, number))
      scene.loss(day.loss)
      scene.stray(day)
      scene.purchase(day.purchases[number % day.purchases.count])
      if day.catches.isEmpty {
        scene.set("catchLine", "{no boat went out|all boats stayed in}, because of the storm.")
      } else {
        scene.haul(day.catches[number % day.catches.count])
      }
      return scene
    }

    private static func news(_ number: Int, _ day: Day, _ town: Town) -> Page {
      var dice = town.dice(.web, number + 10_000)
      var scene = scene(number, day, town)
      var page = Page(
        name: "news-\(day.date.code)", title: "News of \(day.date.weekday), \(day.date.name)")
      let topics = [
        "newsLoss", "newsFerry", "newsCatch", "newsPet", "newsSchool", "newsBread", "newsWeather",
        "newsRepair", "newsErrand",
      ]
      for topic in dice.draw(dice.roll(in: 4...6), of: topics) {
        let more =
          dice.chance(35) && topic != "newsPet" && topic != "newsLoss" && topic != "newsCatch"
        page.blocks.append(
          .paragraph(scene.writer.phrase("@\(topic)" + (more ? " @\(topic)" : ""))))
      }
      return page
    }

    private static func lostProperty(_ number: Int, _ town: Town) -> Page {
      let first = number * 89 % 358
      let week = town.days[first..<(first + 7)]
      var page = Page(
        name: "lost-and-found-\(town.days[first].date.code)",
        title: "Lost and found, from \(town.days[first].date.name)")
      var dice = town.dice(.web, number)
      page.blocks.append(
        .paragraph(
          dice.pick([
            "Lost things wait in the blue box at the ferry desk for thirty days.",
            "We keep lost things for thirty days. Ask Wren Oakley at the ferry desk.",
            "Is one of these yours? Come to the ferry desk between eight and five.",
          ])))
      page.blocks.append(
        .list(
          week.map { day in
            let loss = day.loss
            var writer = Writer(dice: town.dice(.web, 20_000 + number * 7 + day.date.index % 7))
            let (thing, owner) = (loss.thing.withArticle, loss.owner.called)
            return writer.phrase(
              dice.pick([
                "\(day.date.name): \(thing), lost by \(owner) \(loss.place.at). found \(loss.corner) by \(loss.finder.called).",
                "\(day.date.name): \(owner) lost \(thing). \(loss.finder.called) found it \(loss.place.at), \(loss.corner).",
                "\(day.date.name): \(loss.finder.called) brought \(thing). it was \(loss.corner), \(loss.place.at). owner: \(owner).",
                "\(day.date.name): \(thing) of \(owner), found \(loss.corner) \(loss.place.at) by \(loss.finder.called).",
              ]))
          }))
      return page
    }

    private static func shop(_ number: Int, _ day: Day, _ town: Town) -> Page {
      var dice = town.dice(.web, number + 10_000)
      let shop = dice.pick(Places.town + Places.island)
      var scene = scene(number, day, town)
      scene.place("P", shop, host: "K")
      scene.set("host", "@host\(shop.host)")
      var page = Page(
        name: slug(shop.name),
        title: dice.pick([
          "Welcome to the \(shop.name)", "The \(shop.name)", "This week at the \(shop.name)",
        ]))
      let sales = town.days[day.date.index...].prefix(21).flatMap { day in
        day.purchases.filter { $0.good.shop == shop.name }.map { (day, $0) }
      }
      var told: [String] = []
      for (day, sale) in sales where told.count < 4 && !told.contains(sale.good.name) {
        told.append(sale.good.name)
        scene.purchase(sale)
        scene.set("date", day.date.name)
        page.blocks.append(.paragraph(scene.writer.phrase("@pageShop @pageShop")))
      }
      if told.count < 2 {
        let host = scene.writer.phrase("$host. $Psee.")
        page.blocks.append(.paragraph(host))
        page.blocks.append(.paragraph(scene.writer.phrase("@newsErrand @newsSchool")))
      }
      page.blocks.append(.paragraph(scene.writer.phrase("@newsWeather @newsPet")))
      return page
    }

    private static func person(_ number: Int, _ day: Day, _ town: Town) -> Page {
      var dice = town.dice(.web, number + 10_000)
      let person = dice.pick(People.all)
      var scene = scene(number, day, town)
      scene.person("A", person)
      scene.person("B", dice.pick(People.all.filter { $0 != person }), formally: true)
      scene.thing(Things.any(&dice))
      scene.set("aU", Things.any(&dice).withArticle)
      scene.place("P", dice.pick(Places.town))
      scene.place("Q", dice.pick(Places.town))
      scene.place("V", dice.pick(Places.town))
      var page = Page(
        name: slug(person.full),
        title: dice.pick([
          "\(person.full) of Tidewick", "Meet \(person.full)", "Our people: \(person.full)",
        ]))
      page.blocks.append(
        .paragraph("\(person.full) is \(person.age) years old and \(scene.writer["Alives"])."))
      for _ in 0..<dice.roll(in: 2...3) {
        page.blocks.append(.paragraph(scene.writer.phrase("@pagePerson @pagePerson")))
      }
      if person.pet != nil {
        scene.pet(of: person)
        page.blocks.append(
          .paragraph(
            scene.writer.phrase(
              "{and then there is|at home waits|do not forget} $pet, $Ahis $petKind.")))
      }
      return page
    }

    private static func tideTable(_ number: Int, _ town: Town) -> Page {
      let first = number * 83 % 358
      let week = town.days[first..<(first + 7)]
      var scene = scene(number, town.days[first], town)
      var page = Page(
        name: "tides-\(town.days[first].date.code)",
        title: "Tides from \(town.days[first].date.name)")
      page.blocks.append(.paragraph(scene.writer.phrase("@newsWeather")))
      page.blocks.append(
        .table(
          head: ["Day", "High water", "Metres", "Noon ferry"],
          rows: week.compactMap { day in
            guard let high = day.tides.first(where: \.isHigh) else { return nil }
            let ferry =
              day.crossing.sails ? "left at \(day.crossing.left)" : "stayed in the harbour"
            return ["\(day.date.weekday), \(day.date.name)", high.clock, high.metres, ferry]
          }))
      page.blocks.append(.paragraph(scene.writer.phrase("@newsFerry")))
      return page
    }

    private static func island(_ number: Int, _ day: Day, _ town: Town) -> Page {
      var dice = town.dice(.web, number + 10_000)
      let goal = dice.pick(Places.island)
      var scene = scene(number, day, town)
      scene.place("P", goal, host: "K")
      scene.set("islandGood", islandGood(goal))
      var page = Page(
        name: slug(goal.name),
        title: dice.pick([
          "A trip to Fern Island", "See the \(goal.name)", "Fern Island in \(day.date.month)",
        ]))
      for _ in 0..<dice.roll(in: 3...4) {
        page.blocks.append(.paragraph(scene.writer.phrase("@pageIsland @pageIsland")))
      }
      return page
    }
  }
}
