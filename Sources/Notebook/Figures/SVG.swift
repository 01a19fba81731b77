/// An SVG picture as it is drawn. Lengths are pixels from the upper left corner.
///
/// Colours stand at the elements, so that a picture can stand alone; each has a class too, through
/// which the style sheet of a page with a dark ground puts others in their place.
struct SVG {
  /// Of every letter.
  static let fontSize = 12.0
  /// What one column of `displayWidth` takes at that size, rather too much than too little.
  static let columnWidth = 7.3
  /// Around everything that is drawn.
  private static let margin = 10
  /// From one line of text to the next.
  static let lineHeight = 17.0
  private static let font = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

  /// Colours for things that are no values.
  enum Ink: String {
    case text = "#1f2328"
    case faint = "#6a737d"
    case rule = "#d0d7de"
    /// For what stands on a colour of its own, the same on every ground.
    case mark = "#000000"

    var name: String { "\(self)" }
  }

  enum Anchor: String { case start, middle, end }

  private var elements: [String] = []

  /// A filled rectangle; `title` is shown when it is pointed at.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, style: String,
    title: String? = nil
  ) {
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    let rectangle = "<rect class=\"\(style)\" \(place) \(size) fill=\"\(fill)\""
    elements.append(
      rectangle + (title.map { "><title>\(Self.escaped($0))</title></rect>" } ?? "/>"))
  }

  /// One line of text; `y` is where its letters stand. `isUpright` text runs from there upwards.
  mutating func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, ink: Ink = .text,
    size: Double = fontSize, isUpright: Bool = false
  ) {
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    let turn = isUpright ? " transform=\"rotate(-90 \(Self.number(x)) \(Self.number(y)))\"" : ""
    let look = "text-anchor=\"\(anchor.rawValue)\" fill=\"\(ink.rawValue)\""
    let size = size == Self.fontSize ? "" : " font-size=\"\(Self.number(size))\""
    // Of several ordinary blanks only one would be drawn.
    let shown = Self.escaped(text.replacing(" ", with: "\u{A0}"))
    elements.append("<text class=\"\(ink.name)\" \(place) \(look)\(size)\(turn)>\(shown)</text>")
  }

  /// A straight line for axes.
  mutating func rule(x1: Double, y1: Double, x2: Double, y2: Double, ink: Ink = .rule) {
    let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]
      .map { "\($0.0)=\"\(Self.number($0.1))\"" }.joined(separator: " ")
    elements.append("<line class=\"\(ink.name)\" \(ends) stroke=\"\(ink.rawValue)\"/>")
  }

  /// Straight lines from point to point, in the colour of a series.
  mutating func curve(_ points: [(x: Double, y: Double)], series: Int) {
    let path = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    elements.append(
      "<polyline class=\"\(SeriesColour.style(series))\" points=\"\(path)\" fill=\"none\""
        + " stroke=\"\(SeriesColour.light(series))\" stroke-width=\"1.5\""
        + " stroke-linejoin=\"round\"/>")
  }

  /// The whole picture on a white ground.
  func picture(width: Double, height: Double, summary: String) -> Picture {
    let margin = Self.margin
    let wide = Int(width.rounded(.up)) + 2 * margin
    let high = Int(height.rounded(.up)) + 2 * margin
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
      + " aria-label=\"\(Self.escaped(summary))\" width=\"\(wide)\" height=\"\(high)\""
      + " viewBox=\"\(-margin) \(-margin) \(wide) \(high)\" font-family=\"\(Self.font)\""
      + " font-size=\"\(Self.number(Self.fontSize))\">"
    let ground =
      "<rect class=\"paper\" x=\"\(-margin)\" y=\"\(-margin)\" width=\"\(wide)\" height=\"\(high)\" fill=\"#ffffff\"/>"
    return Picture(
      svg: ([head, ground] + elements + ["</svg>"]).joined(separator: "\n") + "\n", width: wide,
      height: high)
  }

  /// A length with at most two digits behind the point.
  static func number(_ value: Double) -> String {
    NumberFormat.exact((value * 100).rounded() / 100 + 0)
  }

  /// What a text takes on a line.
  static func width(of text: String, size: Double = fontSize) -> Double {
    Double(displayWidth(of: text)) * columnWidth * size / fontSize
  }

  /// Text for elements and attributes of SVG and HTML, without what no XML document may hold.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        result.append(scalar)
      default: result.append("\u{FFFD}")
      }
    }
    return String(result)
  }
}
