/// How a run of prose looks; nothing on a page without colour.
struct Ink: OptionSet, Sendable {
  let rawValue: Int
  static let bold = Ink(rawValue: 1)
  static let italic = Ink(rawValue: 2)
  static let underlined = Ink(rawValue: 4)
  static let faint = Ink(rawValue: 8)
  static let code = Ink(rawValue: 16)

  /// The text in this ink.
  func paint(_ text: String, on page: Page) -> String {
    let codes = Self.codes.filter { contains($0.ink) }.map(\.code)
    guard page.colour != .none, !codes.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  private static let codes: [(ink: Ink, code: String)] = [
    (.bold, "1"), (.faint, "2"), (.italic, "3"), (.underlined, "4"), (.code, "36"),
  ]
}
