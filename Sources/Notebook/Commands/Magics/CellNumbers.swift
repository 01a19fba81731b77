/// Which cells are meant: `3`, `3-7`, `5-`, several of them, or all.
struct CellNumbers {
  private let ranges: [ClosedRange<Int>]

  /// Throws a `MagicMistake` for what are no numbers.
  init(_ words: [String]) throws {
    ranges = try words.map { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      let isNumbers = parts.allSatisfy { $0.allSatisfy(\.isDigit) && $0.count < 10 }
      guard isNumbers, let first = Int(parts[0]) else { throw Self.mistake(word) }
      if parts.count == 1 { return first...first }
      guard parts.count == 2 else { throw Self.mistake(word) }
      guard let last = parts[1].isEmpty ? Int.max : Int(parts[1]), last >= first else {
        throw Self.mistake(word)
      }
      return first...last
    }
  }

  private static func mistake(_ word: String) -> MagicMistake {
    MagicMistake("'\(word)' is no number of a cell; write 3, 3-7 or 5-")
  }

  /// The latest cell of each number that is meant, by number. Throws a `MagicMistake` if there is
  /// none in one of the ranges.
  func records(of session: Session) throws -> [CellRecord] {
    let numbers = session.records.map(\.number)
    for range in ranges where !numbers.contains(where: { range.contains($0) }) {
      let known = numbers.isEmpty ? "none ran yet" : "there are 1 to \(numbers.max() ?? 1)"
      throw MagicMistake(
        "there is no cell \(range.lowerBound)"
          + (range.upperBound > range.lowerBound && range.upperBound != .max
            ? " to \(range.upperBound)" : "")
          + "; \(known)")
    }
    func isMeant(_ number: Int) -> Bool {
      ranges.isEmpty || ranges.contains { $0.contains(number) }
    }
    var latest: [Int: CellRecord] = [:]
    for record in session.records where isMeant(record.number) { latest[record.number] = record }
    return latest.keys.sorted().compactMap { latest[$0] }
  }
}
