/// A drawing of braille dots, two columns and four rows of them to a character.
struct Canvas {
  private let columns: Int
  private let rows: Int
  private let x: (low: Double, high: Double)
  private let y: (low: Double, high: Double)
  /// Dots of each character, row-major, and the series that set the last of them.
  private var dots: [UInt8]
  private var owners: [Int]

  /// `x` and `y` are what the edges of the drawing stand for.
  init(columns: Int, rows: Int, x: (Double, Double), y: (Double, Double)) {
    self.columns = columns
    self.rows = rows
    self.x = (x.0, x.1)
    self.y = (y.0, y.1)
    dots = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: 0, count: columns * rows)
  }

  /// Draws straight lines from point to point; the points are finite.
  mutating func draw(_ points: [(x: Double, y: Double)], as owner: Int) {
    var last: (column: Int, row: Int)?
    for point in points {
      let place = place(point)
      line(from: last ?? place, to: place, owner)
      last = place
    }
  }

  private func place(_ point: (x: Double, y: Double)) -> (column: Int, row: Int) {
    func share(_ value: Double, _ low: Double, _ high: Double) -> Double {
      // Halved first: the distance of two huge numbers may not be finite.
      high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5
    }
    let column = share(point.x, x.low, x.high) * Double(columns * 2 - 1)
    let row = (1 - share(point.y, y.low, y.high)) * Double(rows * 4 - 1)
    return (Int(column.rounded()), Int(row.rounded()))
  }

  private mutating func line(
    from start: (column: Int, row: Int), to end: (column: Int, row: Int), _ owner: Int
  ) {
    let steps = max(abs(end.column - start.column), abs(end.row - start.row))
    for step in 0...steps {
      let share = steps == 0 ? 0 : Double(step) / Double(steps)
      let column = start.column + Int((Double(end.column - start.column) * share).rounded())
      let row = start.row + Int((Double(end.row - start.row) * share).rounded())
      set(column, row, owner)
    }
  }

  /// The bit of each dot in a braille character: by column, then row.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  private mutating func set(_ column: Int, _ row: Int, _ owner: Int) {
    let index = (row / 4) * columns + column / 2
    dots[index] |= Self.bits[column % 2][row % 4]
    owners[index] = owner
  }

  /// The drawing line by line: braille, or one mark for each series.
  func lines(usesMarks: Bool, _ colour: Page.Colour) -> [String] {
    (0..<rows).map { row in
      (0..<columns).map { column in
        let index = row * columns + column
        guard dots[index] != 0 else { return " " }
        if usesMarks { return String(Self.mark(owners[index])) }
        let braille = String(
          Unicode.Scalar(0x2800 + UInt32(dots[index])).map(Character.init) ?? " ")
        return Self.coloured(braille, owners[index], colour)
      }.joined()
    }
  }

  private static let marks: [Character] = ["•", "+", "×", "o", "▪", "*", "◦", "#"]

  static func mark(_ owner: Int) -> Character { marks[owner % marks.count] }

  /// Eight colours that differ in lightness too.
  private static let palette = [39, 208, 77, 205, 220, 141, 51, 196]
  private static let full = [
    (0, 175, 255), (255, 135, 0), (95, 215, 95), (255, 95, 175), (255, 215, 0), (175, 135, 255),
    (0, 255, 255), (255, 0, 0),
  ]

  static func coloured(_ text: String, _ owner: Int, _ colour: Page.Colour) -> String {
    switch colour {
    case .none: return text
    case .palette256: return "\u{1B}[38;5;\(palette[owner % palette.count])m\(text)\u{1B}[0m"
    case .full:
      let (red, green, blue) = full[owner % full.count]
      return "\u{1B}[38;2;\(red);\(green);\(blue)m\(text)\u{1B}[0m"
    }
  }
}
