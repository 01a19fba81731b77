extension Tidewick {
  /// Pages that say nothing: too short, or the same phrase again and again.
  enum WastePages {
    static let short = [
      "Page moved.", "Coming soon.", "Under construction.", "Not found.", "Test.", "Hello world!",
      "Click here.", "Please wait ...", "Members only.", "No news today.", "Closed.", "1 2 3 test",
      "Photo 17", "Photo 18: gulls", "Read more", "Back to the top", "Untitled page", "See above.",
      "Loading", "Nell was here.",
    ]

    private static let offers = [
      "Cheap ferry tickets", "Best kites online", "Buy lamp oil now", "Win a free boat",
      "Hot plum buns near you", "Lose your old net fast", "Gold rings half price",
      "Make crowns from home", "Doctor hates this fish trick", "Free bell, only today",
      "Meet sailors in your harbour", "Your parcel is waiting",
    ]

    static func spam(_ number: Int, _ dice: inout Dice) -> String {
      let offer = offers[number % offers.count]
      let calls = dice.draw(
        2, of: ["Click here now!", "Order today!", "Do not wait!", "Act now!", "100% free!"])
      return (0..<dice.roll(in: 14...30)).map { line in
        line % 3 == 2 ? "\(offer)! \(calls[0]) \(calls[1])" : "\(offer)! \(offer)! \(calls[0])"
      }.joined(separator: "\n")
    }
  }
}
