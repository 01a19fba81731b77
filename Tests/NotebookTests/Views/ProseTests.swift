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
}
