import Kernels
import Support
import Testing
import Training

@testable import Notebook

@Suite struct WhyTests {
  /// What is asked after a prompt, and what after a step, by the name of its snapshot.
  private static let pages: [(name: String, family: WhyFixture.Family, cells: [String])] = [
    (
      "prompt-gpt2", .gpt2,
      [
        "forward the ferry leaves at noon", "why blocks.0.attn.pattern[0, 1, -1, 2]", "why 1",
        "why 1", "why 2", "why ..", "why", "why blocks.0.ln1[0, 2, 3]", "why #5", "why 1", "why 2",
      ]
    ),
    (
      "prompt-llama", .llama,
      [
        "forward the ferry leaves", "why blocks.0.attn.scores[0, 3, 2, 1] --terms 2", "why 1",
        "why blocks.0.attn.scores[0, 0, 1, 2]", "why blocks.0.mlp.post[0, 1, 4]", "why 1",
        "why embed[0, -1, 0] --exact", "why tokens[0, 1]",
      ]
    ),
    (
      "step-gpt2", .gpt2,
      [
        "step 2 --batch 2", "why loss", "why 1", "why blocks.0.mlp.pre.weight.grad[3, 5]", "why 2",
        "why embed.weight.grad[262, 3]", "why 2", "why blocks.0.ln2.weight.grad[3]",
        "why blocks.0.attn.q.weight.update[1, 2]", "why 1", "why up", "why 3",
        "why blocks.0.attn.q.weight[1, 2]", "why 1", "why blocks.1.resid_mid.grad[0, 2, 3]",
        "why logits.grad[0, 2, 3]", "why loss.grad",
      ]
    ),
    (
      "step-adapted", .adapted,
      [
        "step --batch 1 --watch blocks.0.attn.q.lora_b", "why blocks.0.attn.q[0, 1, 2, 3]",
        "why 2", "why 1", "why 1", "why blocks.0.attn.q.lora_b.grad[1, 3]",
        "why blocks.0.attn.q.lora_a[0, 1]", "why blocks.0.attn.q.weight[0, 1]",
      ]
    ),
  ]

  @Test(arguments: pages.map(\.name), [80, 40])
  func spellsOut(name: String, width: Int) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    let session = try WhyFixture.session(page.family, width: width)
    var texts: [String] = []
    for cell in page.cells {
      let result = session.run(cell: cell)
      texts.append("> \(cell)\n\(result.text)")
      if cell.hasPrefix("why"), result.status == .done {
        #expect(widest(result.text) <= width, "\(cell)")
      }
    }
    try expectSnapshot(texts.joined(separator: "\n\n"), "\(name)-\(width)")
  }

  @Test func numbersForMachines() throws {
    let session = try WhyFixture.session(.llama)
    _ = session.run(cell: "forward the ferry leaves")
    try expectSnapshot(session.run(cell: "why blocks.0.attn.rot_q[0, 1, 2, 1] --json").text, "json")
  }

  @Test func operandsAreMarkedInColour() throws {
    let session = try WhyFixture.session(.llama)
    _ = session.run(cell: "forward the ferry leaves")
    session.page.colour = .full
    let text = session.run(cell: "why blocks.0.resid_mid[0, 1, 2]").text
    #expect(text.contains("\u{1B}[36m#1\u{1B}[0m x = embed[0, 1 "))
  }

  @Test func namesAreCompleted() throws {
    let session = try WhyFixture.session(.llama)
    _ = session.run(cell: "forward the ferry leaves")
    let line = "why blocks.0.attn.pat"
    let found = try Completer(for: session).completion(of: line, cursor: line.utf8.count)
    #expect(found.candidates == ["blocks.0.attn.pattern"])
  }

  @Test func aNewPassEndsTheQuestions() throws {
    let session = try WhyFixture.session(.llama)
    _ = session.run(cell: "forward the ferry leaves")
    #expect(session.run(cell: "why embed[0, 0, 0]").status == .done)
    _ = session.run(cell: "forward the lamp")
    #expect(
      session.run(cell: "why").text
        == "error: ask about a number first, for example: why logits[0, -1, 5]")
  }

  @Test func aWeightOfARunKnowsItsRun() throws {
    let session = try WhyFixture.session()
    let desk = try #require(session.desk.model)
    let data = try #require(desk.data)
    let request = SmallWorld.request(desk.model.configuration)
    var trainer = Trainer(request, model: desk.model)
    let pool = WorkerPool(threadCount: 1)
    for step in 1...2 { _ = try trainer.step(on: data.batch(step: step, request), pool: pool) }
    session.put(DeskModel(trainer, tokenizer: desk.tokenizer))
    let text = session.run(cell: "why blocks.0.ln1.weight[2]").text
    #expect(text.hasSuffix("\n\na weight after 2 steps of run small\nit started at 1"))
  }
}
