/// From a share between 0 and 1 to a colour: dark blue over green to yellow, each step of the scale
/// lighter than the one before, so that it reads without colour vision too.
enum ColourScale {
  struct Colour: Equatable {
    let red: Int, green: Int, blue: Int

    /// As pictures and style sheets write it: `#1e8a8c`.
    var hexadecimal: String {
      "#"
        + [red, green, blue].map { part in
          (part < 16 ? "0" : "") + String(part, radix: 16)
        }.joined()
    }
  }

  private static let anchors = [
    Colour(red: 30, green: 16, blue: 70), Colour(red: 46, green: 74, blue: 138),
    Colour(red: 30, green: 138, blue: 140), Colour(red: 108, green: 196, blue: 90),
    Colour(red: 250, green: 230, blue: 50),
  ]
  /// The same scale in the terminal's palette of 256.
  private static let palette = [17, 18, 24, 30, 36, 35, 71, 77, 113, 149, 184, 226]
  /// Without colour: five shades.
  private static let shades: [Character] = [" ", "░", "▒", "▓", "█"]

  static func colour(_ share: Double) -> Colour {
    let place = bounded(share) * Double(anchors.count - 1)
    let index = min(Int(place), anchors.count - 2)
    let rest = place - Double(index)
    func between(_ low: Int, _ high: Int) -> Int {
      Int((Double(low) + (Double(high) - Double(low)) * rest).rounded())
    }
    let (low, high) = (anchors[index], anchors[index + 1])
    return Colour(
      red: between(low.red, high.red), green: between(low.green, high.green),
      blue: between(low.blue, high.blue))
  }

  /// `columns` blanks or shades that stand for a share.
  static func cell(_ share: Double, columns: Int, _ kind: Page.Colour) -> String {
    switch kind {
    case .none:
      // Only the very lowest stays blank, so that what is small still shows.
      let shade = share < 0.02 ? 0 : 1 + step(share, of: shades.count - 1)
      return String(repeating: shades[shade], count: columns)
    case .palette256:
      let blanks = String(repeating: " ", count: columns)
      return "\u{1B}[48;5;\(palette[step(share, of: palette.count)])m\(blanks)\u{1B}[0m"
    case .full:
      let colour = colour(share)
      let blanks = String(repeating: " ", count: columns)
      return "\u{1B}[48;2;\(colour.red);\(colour.green);\(colour.blue)m\(blanks)\u{1B}[0m"
    }
  }

  /// A text on the colour that stands for a share, dark on light and light on dark.
  static func painted(_ text: String, _ share: Double, _ kind: Page.Colour) -> String {
    let isLight = share > 0.55
    switch kind {
    case .none: return text
    case .palette256:
      let back = palette[step(share, of: palette.count)]
      return "\u{1B}[38;5;\(isLight ? 16 : 231);48;5;\(back)m\(text)\u{1B}[0m"
    case .full:
      let (back, front) = (colour(share), isLight ? 0 : 255)
      return "\u{1B}[38;2;\(front);\(front);\(front);"
        + "48;2;\(back.red);\(back.green);\(back.blue)m\(text)\u{1B}[0m"
    }
  }

  private static func step(_ share: Double, of count: Int) -> Int {
    min(Int(bounded(share) * Double(count)), count - 1)
  }

  /// From 0 to 1; 0 for what is no number.
  private static func bounded(_ share: Double) -> Double { share.isNaN ? 0 : min(max(share, 0), 1) }
}
