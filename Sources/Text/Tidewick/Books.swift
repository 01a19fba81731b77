extension Tidewick {
  /// Story books. Each tells stories of days in a row; every day is told in two books, so that
  /// one can read what else happened on it.
  enum Books {
    static let count = 60
    private static let stories = 12

    static func all(_ town: Town) -> [MadeFile] { (0..<count).map { book($0, town) } }

    private static func book(_ number: Int, _ town: Town) -> MadeFile {
      var dice = town.dice(.books, number * 100)
      let first = number % 30 * 12
      var titles: [String] = []
      var chapters: [String] = []
      for story in 0..<stories {
        let day = town.days[first + story]
        var tale = Tale(day: day, dice: town.dice(.books, number * 100 + 1 + story))
        titles.append(tale.title)
        chapters.append("Chapter \(story + 1). \(tale.title)\n\n\(tale.text())")
      }
      let title = dice.pick(titles)
      let head =
        title
        + dice.pick([
          " and Other Stories", ": Stories from Tidewick", " and More Tales of the Harbour",
          ": A Tidewick Story Book",
        ])
      let text = head + "\n\n" + chapters.joined(separator: "\n")
      let path = "\(folder(.book))/\(twoDigits(number + 1))-\(slug(title)).txt"
      return MadeFile(path: path, kind: .book, plain: text)
    }
  }
}
