import ArgumentParser
import Foundation
import Testing

@testable import Notebook

/// A small program with every kind of argument that completion tells apart.
private struct Toy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toy", subcommands: [Train.self, Open.self, Why.self, Town.self, Keep.self])

  struct Train: ParsableCommand {
    @Option var steps = 1
    @Option var data = ""
    @Option(completion: .file(extensions: ["txt"])) var text = ""
    @Option(completion: .directory) var into = ""
    @Option(completion: .list(["adamw", "sgd"])) var method = "adamw"
    @Flag var fast = false
    @Option var run = ""
    @Argument(completion: .file()) var files: [String] = []
  }
  struct Open: ParsableCommand {
    @Argument(completion: .file(extensions: ["md"])) var lesson = ""
    @Option var step = ""
  }
  struct Why: ParsableCommand { @Argument var element = "" }
  struct Keep: ParsableCommand {
    @Argument(completion: .file(extensions: ["md"])) var file = ""
    @Argument(help: ArgumentHelp(valueName: "run-or-value")) var words: [String] = []
  }
  struct Town: ParsableCommand {
    static let configuration = CommandConfiguration(subcommands: [Make.self, Mend.self])
    struct Make: ParsableCommand { @Flag var again = false }
    struct Mend: ParsableCommand {}
  }
}

@Suite final class CompleterTests {
  let folder: URL
  let completer: Completer

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    for name in ["logs/deep", "my docs"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    for name in ["log.txt", "list.md", ".hidden", "my ferry.txt", "logs/one.txt"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    completer = Completer(
      root: try CommandTree(description: Toy._dumpHelp()),
      sources: CompletionSources(
        names: {
          [
            "blocks.0.attn.q", "blocks.0.attn.q.weight", "blocks.0.attn.k", "blocks.0.ln1",
            "blocks.1.ln1", "logits", "tokens", "softmax(", "total",
          ]
        },
        lessons: { ["01-data", "02-tokens"] }, steps: { ["quay"] },
        runs: { ["ferry-1", "ferry-2"] }, terms: { ["head", "learning rate"] },
        workingFolder: folder.path))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What Tab offers at the end of `line`.
  private func offers(_ line: String) -> [String] {
    completer.completion(of: line, cursor: line.utf8.count).candidates
  }

  @Test func commandsAndNamesBeginACell() {
    #expect(offers("tr") == ["train"])
    #expect(offers("to") == ["tokens", "total", "town"])
    #expect(offers("o") == ["open"])
  }

  @Test func anOnlyCommandIsFollowedByASpaceANameByNothing() {
    #expect(completer.completion(of: "tra", cursor: 3).ending == .space)
    #expect(completer.completion(of: "logi", cursor: 4).ending == .nothing)
  }

  @Test func aFileThenARunOrAValue() {
    #expect(offers("keep li") == ["list.md"])
    #expect(offers("keep list.md fe") == ["ferry-1", "ferry-2"])
    #expect(offers("keep list.md blocks.1") == ["blocks.1.ln1"])
    #expect(offers("keep list.md softmax(lo") == ["logits"])
  }

  @Test func subcommands() {
    #expect(offers("town ") == ["make", "mend"])
    #expect(offers("town me") == ["mend"])
    #expect(offers("town make --") == ["--again", "--help"])
  }

  @Test func optionsThatWereGivenAreNotOfferedAgain() {
    #expect(offers("train --st") == ["--steps"])
    #expect(
      offers("train --steps 5 --") == [
        "--data", "--fast", "--help", "--into", "--method", "--run", "--text",
      ])
  }

  @Test func valuesOfOptions() {
    #expect(offers("train --method ") == ["adamw", "sgd"])
    #expect(offers("train --method=s") == ["sgd"])
    #expect(completer.completion(of: "train --method=s", cursor: 16).start == 15)
    #expect(offers("train --run f") == ["ferry-1", "ferry-2"])
    #expect(offers("train --text l") == ["log.txt", "logs"])
    #expect(offers("train --into ") == ["logs", "my docs"])
  }

  @Test func lessons() {
    #expect(offers("open ") == ["01-data", "02-tokens", "list.md", "logs", "my docs"])
    #expect(offers("open 02") == ["02-tokens"])
    #expect(offers("open --step q") == ["quay"])
  }

  @Test func files() {
    #expect(offers("train l") == ["list.md", "log.txt", "logs"])
    #expect(offers("train logs/") == ["logs/deep", "logs/one.txt"])
    #expect(offers("train .h") == [".hidden"])
    #expect(offers("train --fast log.txt l") == ["list.md", "log.txt", "logs"])
    #expect(completer.completion(of: "train l", cursor: 7).areFiles)
  }

  @Test func filesInQuotes() {
    let completion = completer.completion(of: "train \"my f", cursor: 11)
    #expect(completion.candidates == ["my ferry.txt"])
    #expect(completion.start == 7)
    #expect(offers("train my\\ d") == ["my docs"])
    #expect(offers("train 'my ") == ["my docs", "my ferry.txt"])
  }

  @Test func dottedNamesOnePartAtATime() {
    #expect(offers("bl") == ["blocks.0.", "blocks.1."])
    #expect(offers("blocks.0.") == ["blocks.0.attn.", "blocks.0.ln1"])
    #expect(offers("blocks.0.attn.") == ["blocks.0.attn.k", "blocks.0.attn.q", "blocks.0.attn.q."])
    #expect(offers("blocks.1") == ["blocks.1.ln1"])
  }

  @Test func namesInsideExpressions() {
    let completion = completer.completion(of: "q = softmax(logi", cursor: 16)
    #expect(completion.candidates == ["logits"])
    #expect(completion.start == 12)
    #expect(offers("why blocks.0.attn.k") == ["blocks.0.attn.k"])
    #expect(offers("x@tok") == ["tokens"])
    #expect(offers("total[0] + so") == ["softmax("])
  }

  @Test func topics() {
    #expect(offers("?tra") == ["train"])
    #expect(offers("?soft") == ["softmax"])
    #expect(offers("?learning r") == ["learning rate"])
  }

  @Test func onlyTheLineLeftOfTheCursorCounts() {
    let completion = completer.completion(of: "logi + tokens", cursor: 4)
    #expect(completion.candidates == ["logits"])
    #expect(completion.start == 0)
  }

  @Test func offsetsAreBytes() {
    let line = "caf\u{E9} + logi"
    #expect(completer.completion(of: line, cursor: line.utf8.count).start == 8)
  }

  @Test func nothingFitsAndNothingIsOffered() {
    #expect(offers("zzz") == [])
    #expect(offers("town zzz") == [])
    #expect(offers("").contains("train"))
  }
}

/// The session's own completer.
@Suite struct SessionCompletionTests {
  private func offers(_ line: String, _ session: Session) throws -> [String] {
    try Completer(for: session).completion(of: line, cursor: line.utf8.count).candidates
  }

  @Test(arguments: ["track", "when", "bisect"])
  func numbersOfTheRecordInExpressionsOverSteps(command: String) throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    #expect(try offers("\(command) gra", session) == ["gradient_norm"])
    #expect(try offers("\(command) loss - hel", session) == ["held_out_loss"])
    #expect(try offers("why gra", session).isEmpty)
  }

  @Test func functionsKeysAndPartsInsideExpressions() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    #expect(try offers("x = 2 * (logso", session) == ["logsoftmax("])
    #expect(try offers("v[argso", session) == ["argsort("])
    #expect(try offers("sum(logits, ke", session) == ["keepdims: "])
    #expect(try offers("sum(exp(logits), ax", session) == ["axis: "])
    #expect(try offers("show softmax(logits, ax", session) == ["axis: "])
    #expect(try offers("blocks.0.at", session) == ["blocks.0.attn(", "blocks.0.attn."])
    #expect(
      try offers("-blocks.1.resid_p", session) == ["blocks.1.resid_post", "blocks.1.resid_pre"])
    #expect(try offers("f(1,\n logi", session) == ["logits"])
  }

  @Test(arguments: [
    ("sum(", "sum"), ("1 + sum(x, ", "sum"), ("sum(x)", nil), ("sum(x[", nil), ("(", nil),
    ("f(g(1), ", "f"), ("f(\"(", nil), ("blocks.0.ln1(", "blocks.0.ln1"), ("f([1], ", "f"),
  ])
  func openCalls(text: String, expected: String?) {
    #expect(FunctionCall(openAtEndOf: text[...])?.name == expected)
  }
}
