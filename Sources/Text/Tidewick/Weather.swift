extension Tidewick {
  enum Sky: String, CaseIterable, Sendable {
    case sunny, cloudy, rainy, windy, foggy, stormy, snowy

    /// The grammar's rule for a sentence about it.
    var rule: String { "@sky" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  /// One day's weather. Yesterday's sky makes the same sky today a little likelier.
  struct Weather: Sendable {
    let sky: Sky
    /// Degrees at noon.
    let degrees: Int
    let wind: String
    /// Full hours between which the fog lay, on foggy days.
    let fog: ClosedRange<Int>?

    init(date: Date, yesterday: Sky?, dice: inout Dice) {
      let month = date.monthAndDay.month
      let winter = month < 2 || month == 11
      var bag: [Sky] = [.sunny, .sunny, .cloudy, .cloudy, .rainy, .windy, .foggy]
      bag += winter ? [.snowy, .stormy, .foggy, .cloudy] : [.sunny, .sunny, .windy]
      if month == 2 || month == 9 || month == 10 { bag += [.stormy, .rainy] }
      if let yesterday, yesterday != .stormy { bag += [yesterday, yesterday] }
      let drawn = dice.pick(bag)
      sky = date == Facts.kiteDay ? .windy : drawn
      let usual = [4, 4, 7, 10, 14, 17, 19, 19, 16, 12, 8, 5][month]
      let degrees = usual + dice.roll(5) - 2 + (sky == .sunny ? 2 : 0)
      self.degrees = sky == .snowy ? min(degrees, 1) : degrees
      wind = dice.pick(["north", "east", "south", "west", "south-west", "north-east"])
      if sky == .foggy {
        let from = dice.roll(in: 6...10)
        fog = from...(from + dice.roll(in: 2...6))
      } else {
        fog = nil
      }
    }
  }

  /// One high or low water.
  struct Tide: Sendable {
    let isHigh: Bool
    /// Minutes after midnight.
    let minutes: Int
    let centimetres: Int

    /// The day's tides in order. High water comes about fifty minutes later each day, and springs
    /// and neaps follow each other in 14.77 days, as on a real coast.
    static func all(on date: Date, dice: inout Dice) -> [Tide] {
      let phase = date.index * 100 % 1477
      let spring = abs(phase - 738)
      let first = (95 + date.index * 505 / 10) % 745
      return (0..<4).compactMap { turn in
        let minutes = first - 373 + turn * 372 + (turn > 1 ? 1 : 0)
        guard (0..<1440).contains(minutes) else { return nil }
        let isHigh = turn % 2 == 1
        let height = isHigh ? 330 + spring / 6 : 150 - spring / 7
        return Tide(isHigh: isHigh, minutes: minutes, centimetres: height + dice.roll(12))
      }
    }

    var clock: String { Tidewick.clock(minutes) }
    /// `3.42`.
    var metres: String {
      "\(centimetres / 100)." + Tidewick.twoDigits(centimetres % 100)
    }
  }
}
