extension Tidewick {
  /// What somebody lost, where, and who found it.
  struct Loss: Sendable {
    let owner: Person
    let thing: Thing
    let place: Place
    /// The spot, already in words: `under the map table`.
    let corner: String
    let finder: Person
  }

  struct Purchase: Sendable {
    let buyer: Person
    let good: (name: String, shop: String, price: Int)
  }

  struct Errand: Sendable {
    let bearer: Person
    /// `a honey roll`.
    let load: String
    let sender: Person
    let receiver: Person
    let place: Place
  }

  struct Catch: Sendable {
    let boat: String
    let skipper: Person
    let fish: String
    let baskets: Int
  }

  /// What became of the noon ferry.
  struct Crossing: Sendable {
    enum Outcome: Sendable { case onTime, waited(untilHour: Int), stayed }
    let outcome: Outcome
    let adults: Int
    let children: Int
    let bicycles: Int
    let dogs: Int
    let cargo: [String]
    let islander: Person
    /// One passenger whom the log names, and why the crossing was made.
    let passenger: Person
    let reason: String

    var sails: Bool {
      if case .stayed = outcome { return false }
      return true
    }
    var fares: Int {
      sails
        ? adults * Facts.adultFare + children * Facts.childFare + bicycles * Facts.bicycleFare : 0
    }
    /// `noon`, `two o'clock`, or `not at all`.
    var left: String {
      switch outcome {
      case .onTime: "noon"
      case .waited(let hour): Tidewick.inWords(hour > 12 ? hour - 12 : hour) + " o'clock"
      case .stayed: "not at all"
      }
    }
  }

  struct BirdCount: Sendable {
    let bird: String
    let count: Int
    let place: String
  }

  /// Everything that happened in Tidewick on one day.
  struct Day: Sendable {
    let date: Date
    let weather: Weather
    let tides: [Tide]
    let loss: Loss
    let purchases: [Purchase]
    let errand: Errand
    let crossing: Crossing
    let catches: [Catch]
    let birds: [BirdCount]
    /// The child whose pet ran off, and where it was found.
    let stray: (owner: Person, place: Place, corner: String)
    let special: String
    let lesson: String
    /// Two children who did something together, and at which place.
    let pair: (first: Person, second: Person, place: Place)
    /// What broke, who mended it.
    let repair: (what: String, owner: Person, mender: Person)
  }
}
