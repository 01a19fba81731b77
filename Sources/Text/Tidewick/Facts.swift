extension Tidewick {
  /// What is always true in Tidewick. The hand-written documents say the same.
  enum Facts {
    static let ferry = "Kittiwake"
    static let leaves = "noon"
    static let returns = "four o'clock"
    static let crossing = "forty minutes"
    static let saturdayLeaves = "eight o'clock"
    static let saturdayReturns = "ten o'clock"
    static let seats = 60
    /// In crowns. Dogs on a lead and children under five cross for nothing.
    static let adultFare = 3
    static let childFare = 1
    static let bicycleFare = 1
    static let goatFare = 2
    static let keeper = "Amos Gray"
    static let captain = "Ida Marlow"
    static let baker = "Rosa Finch"
    static let clerk = "Wren Oakley"
    static let harbourMaster = "Grace Penn"
    static let breadTime = "five o'clock in the morning"
    static let lampSteps = 84
    static let secondsBetweenFlashes = 9
    static let ringsAMinute = 3
    static let daysKept = 30
    /// 3 May, the day of the hand-written story of Nell and the red kite.
    static let kiteDay = Date(index: 122)
  }
}
