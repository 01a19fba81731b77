import Models
import Testing

@testable import Notebook

/// The model's parts as functions.
@Suite struct PieceTests {
  /// What feeds each piece, in the words of the pass.
  private func inputs(of name: String, _ configuration: Configuration) -> String {
    let parts = name.split(separator: ".").map(String.init)
    let block = parts.prefix(2).joined(separator: ".")
    let isRotary = configuration.positions == .rotary
    switch parts.dropFirst(2).joined(separator: ".") {
    case "":
      return parts.count == 2
        ? "\(block).resid_pre" : ["ln_final", "unembed"].contains(name) ? "" : "tokens"
    case "ln1": return "\(block).resid_pre"
    case "attn", "attn.q", "attn.k", "attn.v": return "\(block).ln1"
    case "attn.rot_q": return "\(block).attn.q"
    case "attn.rot_k": return "\(block).attn.k"
    case "attn.scores":
      let prefix = isRotary ? "rot_" : ""
      return "\(block).attn.\(prefix)q, \(block).attn.\(prefix)k"
    case "attn.pattern": return "\(block).attn.scores"
    case "attn.z": return "\(block).attn.pattern, \(block).attn.v"
    case "attn.out": return "\(block).attn.z"
    case "ln2": return "\(block).resid_mid"
    case "mlp", "mlp.pre", "mlp.gate": return "\(block).ln2"
    case "mlp.post":
      return isRotary ? "\(block).mlp.gate, \(block).mlp.pre" : "\(block).mlp.pre"
    case "mlp.out": return "\(block).mlp.post"
    default: return ""
    }
  }

  /// The activation that a piece makes.
  private func activation(of name: String) -> String {
    let parts = name.split(separator: ".")
    if parts.count == 2 { return name + ".resid_post" }
    return ["attn", "mlp"].contains(parts.last) ? name + ".out" : name
  }

  @Test(arguments: [ModelFixture.gpt2, ModelFixture.llama])
  func everyPieceGivesTheBitsOfThePass(_ configuration: Configuration) throws {
    let session = try ModelFixture.session(configuration)
    let pieces = Piece.all(of: configuration).filter { !["ln_final", "unembed"].contains($0.name) }
    #expect(pieces.count > 25)
    let cells = pieces.map { piece in
      "same(\(piece.name)(\(inputs(of: piece.name, configuration))), \(activation(of: piece.name)))"
    }
    #expect(ModelFixture.failures(of: cells.joined(separator: "\n"), in: session) == [])
    #expect(
      ModelFixture.failures(
        of: """
          same(ln_final(blocks.1.resid_post), ln_final)
          same(unembed(ln_final), logits)
          same(logits("\(ModelFixture.text)"), logits)
          same(probs(encode("\(ModelFixture.text)")), probs)
          same(blocks.0.ln1(blocks.0.resid_pre[0]), blocks.0.ln1[0])
          same(blocks.0.ln1(blocks.0.resid_pre[0, 3]), blocks.0.ln1[0, 3])
          same(blocks.0.attn.q(blocks.0.ln1[0, 3]), blocks.0.attn.q[0, :, 3])
          """, in: session) == [])
  }

  @Test func labelsFollow() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    #expect(session.run(cell: "blocks.0.attn(blocks.0.ln1)").text.contains("1 ·ferry"))
    #expect(session.run(cell: "embed(\"the ferry\")").text.contains("1 ·ferry"))
    let scores = session.run(
      cell: "blocks.0.attn.scores(blocks.0.attn.rot_q, blocks.0.attn.rot_k)[0, 0]")
    #expect(scores.text.hasPrefix("[query 5, key 5]"))
    #expect(scores.text.contains("·ferry  ·leaves"))
    #expect(
      session.run(cell: "topk(logits(\"the ferry\")[0, -1], 3)[0]").text.contains("vocabulary 3"))
  }

  @Test(arguments: [
    (
      "blocks.0.ln1([1, 2])",
      """
      error: blocks.0.ln1 takes x [batch, position, width 24], not [item 2]
        blocks.0.ln1([1, 2])
                     ^^^^^^
      reshape and transpose change axes; see ?blocks.0.ln1
      """
    ),
    (
      "blocks.0.ln7(embed)",
      """
      error: there is no function 'blocks.0.ln7'
        blocks.0.ln7(embed)
        ^^^^^^^^^^^^
      did you mean 'blocks.0.ln1'?
      """
    ),
    (
      "blocks.0.attn.scores(blocks.0.attn.q)",
      """
      error: blocks.0.attn.scores takes 2 arguments
        blocks.0.attn.scores(blocks.0.attn.q)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      write blocks.0.attn.scores(q, k)
      """
    ),
    (
      "blocks.0.attn.scores(blocks.0.attn.q, blocks.0.attn.k[:, :, :3])",
      """
      error: blocks.0.attn.scores cannot take [batch 1, head 4, position 5, channel 6] with \
      [batch 1, head 2, position 3, channel 6]
        blocks.0.attn.scores(blocks.0.attn.q, blocks.0.attn.k[:, :, :3])
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      both come from one pass: the same batch, and keys as far as queries
      """
    ),
    (
      "embed([3, 296])",
      """
      error: there is no token 296
        embed([3, 296])
              ^^^^^^^^
      the vocabulary has 0 to 295
      """
    ),
    (
      "logits(zeros(40))",
      """
      error: 40 tokens are more than the 32 that the model can look back over
        logits(zeros(40))
               ^^^^^^^^^
      take some of them: tokens[:32]
      """
    ),
    (
      "embed(\"\")",
      """
      error: there are no tokens
        embed("")
              ^^
      """
    ),
    (
      "blocks.0",
      """
      error: blocks.0 is a part of the model
        blocks.0
        ^^^^^^^^
      give it arguments: blocks.0(x)
      """
    ),
  ])
  func mistakes(cell: String, expected: String) throws {
    #expect(try ModelFixture.session(ModelFixture.llama).run(cell: cell).text == expected)
  }

  @Test func withoutAModelTheRemedyIsToMakeOne() {
    #expect(
      testSession().run(cell: "blocks.0.mlp.pre").text == """
        error: no tensor blocks.0.mlp.pre
          blocks.0.mlp.pre
          ^^^^^^^^^^^^^^^^
        there is no model here yet: `model` makes or takes one
        """)
  }
}
