import Testing

@testable import Text

@Suite struct MojibakeRepairTests {
  /// Text whose UTF-8 was read as Windows-1252.
  private func broken(_ text: String) -> String { Windows1252.decode(Array(text.utf8)) }

  @Test(arguments: [
    "café", "it’s “so” — he said…", "£5 and 20°", "Ærø", "naïve façade", "ﬁsh", "🐟 and ⚓",
    "привет, как дела", "Ελλάδα", "日本語の", "½ • ™", "x”",
  ])
  func brokenTextIsRepaired(text: String) {
    #expect(MojibakeRepair.repair(broken(text)).text == text)
  }

  @Test func twiceBrokenTextIsRepairedTwice() {
    let result = MojibakeRepair.repair(broken(broken("the ferry’s café")))
    #expect(result.text == "the ferry’s café")
    #expect(result.restored > 2)
  }

  @Test(arguments: [
    "café", "Ætla", "«CAFÉ»", "à «côté»", "VOILÀ – là", "Ørsted ø", "plain", "São Paulo", "â", "Ã",
    "MAÇÃ", "日本語", "привет", "ÉÀ", "Â¢ent".replacing("Â¢", with: "Â c"),
  ])
  func rightTextIsLeftAlone(text: String) {
    #expect(MojibakeRepair.repair(text) == (text, 0))
  }

  @Test func onlyTheBrokenPartsChange() {
    let mixed = "Zoë said " + broken("“Füße”") + " and ß"
    #expect(MojibakeRepair.repair(mixed).text == "Zoë said “Füße” and ß")
    #expect(MojibakeRepair.repair(mixed).restored == 4)
  }
}
