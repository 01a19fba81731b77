import ArgumentParser

/// A number of bytes, as typed: `800`, `64MB`, `1.5 GB`.
struct ByteCount: ExpressibleByArgument, Equatable, CustomStringConvertible {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let text = argument.uppercased().filter { $0 != " " }
    let units: [(String, Double)] = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("B", 1), ("", 1)]
    guard let unit = units.first(where: { text.hasSuffix($0.0) }),
      let number = Double(text.dropLast(unit.0.count)), number >= 0, number * unit.1 < 1e18
    else { return nil }
    bytes = Int(number * unit.1)
  }

  /// In the largest unit that needs no fraction.
  var description: String {
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1000)]
    where bytes >= size && bytes % size == 0 { return "\(bytes / size)\(unit)" }
    return "\(bytes)"
  }
}
