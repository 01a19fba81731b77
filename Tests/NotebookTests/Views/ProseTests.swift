import Notebook
import Testing

@Suite struct ProseTests {
  @Test func breaksBetweenWords() {
    #expect(Prose.wrapped("error: no run is here", width: 12) == "error: no\nrun is here")
    #expect(Prose.wrapped("fits in here", width: 12) == "fits in here")
    #expect(Prose.wrapped("渡し 渡し 渡し", width: 9) == "渡し 渡し\n渡し")
  }

  @Test func aWordThatIsTooLongStaysWhole() {
    #expect(Prose.wrapped("see blocks.0.attn.z now", width: 8) == "see\nblocks.0.attn.z\nnow")
  }

  @Test func indentedLinesStay() {
    let text = "error: no name\n  show blocks.0.attn.patern\n       ^^^^^\nor so"
    #expect(Prose.wrapped(text, width: 14) == text)
  }

  @Test func aResultGoesOnBehindItsLabel() {
    #expect(
      Prose.fitted("data     500 tokens to learn from\nrun  one", width: 20)
        == "data     500 tokens\n         to learn\n         from\nrun  one")
    #expect(Prose.fitted("    8 minutes; needs one", width: 16) == "    8 minutes;\n    needs one")
    #expect(Prose.fitted("no label in here  at all", width: 12) == "no label in\nhere  at all")
    let far = String(repeating: " ", count: 14) + "a b"
    #expect(Prose.fitted(far, width: 12).split(separator: " ").last == "b")
    let coloured = "\u{1B}[31m" + String(repeating: "▀", count: 12) + "\u{1B}[0m of them"
    #expect(Prose.fitted(coloured, width: 12) == coloured)
  }
}
