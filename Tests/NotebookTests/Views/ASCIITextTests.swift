import Testing

@testable import Notebook

@Suite struct ASCIITextTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("tokens  The|·ferry|⏎", "tokens  The|_ferry|$"),
    ("│ ░▒▓█ └─", "| .:%# `-"), ("├ σ 0.5 … 3 µs ×", "| s 0.5 ~ 3 us x"),
    ("⢣⠁⣀⣿ ", ":'.# "), ("café, ni\u{301}", "cafe, ni"), ("渡し 👩", "???? ??"), ("\u{301}x", "x"),
    ("\u{1B}[48;5;17m  \u{1B}[0m", "\u{1B}[48;5;17m  \u{1B}[0m"),
  ])
  func look(text: String, expected: String) {
    #expect(text.ascii == expected)
    #expect(displayWidth(of: text.ascii) == displayWidth(of: text))
  }

  @Test func everyCharacterKeepsItsWidth() {
    for value in stride(from: UInt32(0x80), to: 0x30000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let ascii = text.ascii
      #expect(ascii.allSatisfy(\.isASCII) && displayWidth(of: ascii) == displayWidth(of: text))
    }
  }
}
