extension Tidewick {
  /// One piece of dirt that the generator put into the corpus on purpose, so that what a cleaning
  /// pipeline found can be compared with what there was to find.
  package struct PlantedDefect: Codable, Equatable, Sendable {
    package enum Kind: String, Codable, CaseIterable, Sendable {
      case exactDuplicate, nearDuplicate, mojibake, markup, boilerplate, wrongLanguage, tooShort
      case spam, mailAddress, phoneNumber
    }

    /// The damaged file, below `data/tidewick`.
    package let path: String
    package let kind: Kind
    /// For duplicates the file that was copied, for a foreign page its language, else nil.
    package let detail: String?

    init(_ kind: Kind, _ path: String, detail: String? = nil) {
      self.kind = kind
      self.path = path
      self.detail = detail
    }
  }
}
