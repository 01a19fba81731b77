extension Tidewick {
  /// Manuals with the pages of their log books, and the ferry's notices.
  enum Manuals {
    static let count = 170
    private static let machines: [(name: String, titles: [String], rule: String, keeper: String)] =
      [
        (
          "lamp", ["The lamp of the lighthouse", "Care of the lamp", "The keeper's rules"],
          "lampCare", "Amos"
        ),
        (
          "engine",
          ["The engine of the Kittiwake", "Before the ferry leaves", "Engine room rules"],
          "engineCare", "Ida"
        ),
        ("bell", ["The fog bell", "How to ring the bell", "When fog comes"], "bellCare", "Grace"),
        ("oven", ["The bakery oven", "How we bake", "Bread at five o'clock"], "ovenCare", "Rosa"),
        (
          "desk", ["At the ferry desk", "Rules of the ferry desk", "Tickets and lost things"],
          "deskCare", "Wren"
        ),
      ]

    static func all(_ town: Town) -> [MadeFile] { (0..<count).map { manual($0, town) } }

    private static func manual(_ number: Int, _ town: Town) -> MadeFile {
      let machine = machines[number % machines.count]
      var dice = town.dice(.documentation, number + 10_000)
      let first = number * 113 % 360
      var scene = Scene(town.days[first], dice: town.dice(.documentation, number))
      let keeper = People.named(machine.keeper)
      var text = "\(dice.pick(machine.titles))\n\n"
      text += "Kept by \(keeper.full), \(keeper.job). Read in \(town.days[first].date.month).\n\n"
      for step in 1...dice.roll(in: 3...6) {
        text += "\(step). \(scene.writer.phrase("@\(machine.rule)"))\n"
      }
      text += dice.pick([
        "\nFrom the log book:\n", "\nLog:\n", "\nWhat was written down:\n", "\nLast entries:\n",
      ])
      for day in town.days[first...].prefix(dice.roll(in: 3...5)) {
        var entry = Scene(
          day, dice: town.dice(.documentation, 20_000 + number * 8 + day.date.index % 8))
        entry.loss(day.loss)
        entry.purchase(day.purchases[number % 4])
        text += day.date.name + ": " + entry.writer.phrase("@logLine @logLine @logLine") + "\n"
      }
      let path =
        "\(folder(.documentation))/\(machine.name)-\(town.days[first].date.code)-\(number).txt"
      return MadeFile(path: path, kind: .documentation, plain: text)
    }
  }
}
