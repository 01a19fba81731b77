extension Tidewick {
  /// A day of the town's one year, counted from 0. The first of January is a Monday.
  struct Date: Equatable, Sendable {
    let index: Int

    static let daysInYear = 365
    static let weekdays = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    static let months: [(name: String, days: Int)] = [
      ("January", 31), ("February", 28), ("March", 31), ("April", 30), ("May", 31), ("June", 30),
      ("July", 31), ("August", 31), ("September", 30), ("October", 31), ("November", 30),
      ("December", 31),
    ]

    var weekday: String { Date.weekdays[index % 7] }

    /// From 0, and the day of the month from 1.
    var monthAndDay: (month: Int, day: Int) {
      var day = index
      for (month, length) in Date.months.map(\.days).enumerated() {
        if day < length { return (month, day + 1) }
        day -= length
      }
      preconditionFailure("the year has 365 days")
    }

    var month: String { Date.months[monthAndDay.month].name }

    /// `3 May`.
    var name: String { "\(monthAndDay.day) \(month)" }

    /// `05-03`: sorts as the days do.
    var code: String {
      let (month, day) = monthAndDay
      return Tidewick.twoDigits(month + 1) + "-" + Tidewick.twoDigits(day)
    }

    var season: String {
      ["winter", "spring", "summer", "autumn"][(monthAndDay.month + 1) / 3 % 4]
    }
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `12:05`.
  static func clock(_ minutes: Int) -> String {
    twoDigits(minutes / 60 % 24) + ":" + twoDigits(minutes % 60)
  }

  /// Small numbers as words, others as digits.
  static func inWords(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return words.indices.contains(number) ? words[number] : "\(number)"
  }

  static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    inWords(number) + " " + (number == 1 ? one : many)
  }
}
