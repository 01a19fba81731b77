extension Tidewick {
  /// Transcripts: talk in the street and talk at the ferry desk.
  enum Conversations {
    static let count = 420
    private static let topics = [
      "chatSky", "chatLoss", "chatFerry", "chatBread", "chatPets", "chatSchool", "chatCatch",
      "chatRepair", "chatLight",
    ]

    static func all(_ town: Town) -> [MadeFile] {
      (0..<count).map { number in
        number % 5 < 3 ? street(number, town) : desk(number, town)
      }
    }

    private static func scene(_ number: Int, _ town: Town) -> (Scene, Day, Dice) {
      let dice = town.dice(.conversations, number)
      let day = town.days[number * 151 % 365]
      var scene = Scene(day, dice: dice)
      scene.loss(day.loss)
      scene.stray(day)
      scene.purchase(day.purchases[0])
      if let haul = day.catches.first {
        scene.haul(haul)
      } else {
        scene.set("catchLine", "nobody went out, because of the storm.")
      }
      return (scene, day, town.dice(.conversations, number + 10_000))
    }

    private static func street(_ number: Int, _ town: Town) -> MadeFile {
      var (scene, day, dice) = scene(number, town)
      let named = [
        day.loss.owner, day.loss.finder, day.stray.owner, day.purchases[0].buyer,
        day.repair.owner, day.repair.mender, day.crossing.passenger, day.errand.bearer,
      ]
      let speakers = dice.draw(2, of: People.all.filter { !named.contains($0) })
      scene.person("A", speakers[0], formally: false)
      scene.person("B", speakers[1], formally: false)
      scene.place("Q", dice.pick(Places.town))
      scene.writer.line("@chatHello")
      for topic in dice.draw(dice.roll(in: 2...4), of: topics) { scene.writer.line("@\(topic)") }
      scene.writer.line("@chatBye")
      return file(number, "\(speakers[0].name)-and-\(speakers[1].name)", day, scene)
    }

    private static func desk(_ number: Int, _ town: Town) -> MadeFile {
      var (scene, day, dice) = scene(number, town)
      let clerk = People.named("Wren")
      let named = [day.loss.owner, day.loss.finder, day.crossing.passenger, clerk]
      let role = dice.roll(3)
      var asker = dice.pick(People.all.filter { !named.contains($0) })
      var lost = "deskLostOther"
      if role == 0, day.loss.owner != clerk { (asker, lost) = (day.loss.owner, "deskLostOwner") }
      if role == 1, day.loss.finder != clerk { (asker, lost) = (day.loss.finder, "deskLostFinder") }
      scene.person("A", asker, formally: false)
      scene.writer.line("@deskHello")
      let topics = [lost, "deskTicket", "deskTicket", "deskTime", "deskToday"]
      for topic in dice.draw(dice.roll(in: 2...4), of: topics) { scene.writer.line("@\(topic)") }
      scene.writer.line("@deskBye")
      return file(number, "\(asker.name)-at-the-desk", day, scene)
    }

    private static func file(_ number: Int, _ name: String, _ day: Day, _ scene: Scene) -> MadeFile
    {
      let path = "\(folder(.conversation))/\(day.date.code)-\(slug(name))-\(number).txt"
      return MadeFile(path: path, kind: .conversation, plain: scene.writer.text)
    }
  }
}
