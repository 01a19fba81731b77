import Foundation
import Testing

/// The commands that others may script, from the shell, on text of one's own.
@Suite(.serialized) struct EngineCommandTests {
  private let place: Place

  init() throws {
    place = try Place()
    let sentence = "The ferry leaves at noon. The lamp is lit at dusk. Nell waits on the quay.\n"
    try place.write(String(repeating: sentence, count: 40), to: "town.txt")
  }

  private func call(
    _ words: String, extra: [String: String] = [:]
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      words.split(separator: " ").map { String($0).replacing("_", with: " ") }, at: place,
      extra: extra)
  }

  private static let training =
    "train --data town.txt --steps 12 --seed 3 --layers 1 --heads 2 --width 16 --context 16"
    + " --batch 2 --vocab 280 --snapshot 5 --evaluate 6"

  private func json(_ outcome: BuiltProgram.Outcome) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func trainReplayGenerateEncodeExport() throws {
    let trained = try call(Self.training + " --name one --json")
    #expect(trained.status == 0, "\(trained.errors)")
    let facts = try json(trained)
    #expect(facts["steps"] as? Int == 12)
    #expect((facts["records"] as? [Any])?.count == 12)

    let replayed = try json(try call("replay one --json"))
    #expect(replayed["lastStep"] as? Int == 12)
    #expect(replayed["weights"] as? String == facts["weights"] as? String)
    let part = try json(try call("replay one --to 7 --json"))
    #expect(part["firstStep"] as? Int == 6 && part["lastStep"] as? Int == 7)

    let encoded = try json(try call("encode --run one The_ferry --json"))
    #expect((encoded["ids"] as? [Int])?.isEmpty == false)

    let first = try call(
      "generate --run one The_ferry --tokens 9 --temperature 0.9 --seed 4 --json")
    let second = try call(
      "generate --run one The_ferry --tokens 9 --temperature 0.9 --seed 4 --no-cache --json")
    #expect(try json(first)["ids"] as? [Int] == json(second)["ids"] as? [Int])

    #expect(try call("export one out").status == 0)
    let again = try call("export one out")
    #expect(again.status == 2)
    #expect(again.errors.contains("`--force` to write into it"))
    #expect(try call("export one out --force").status == 0)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: place.root.appendingPathComponent("out").path)
    #expect(files.sorted() == ["config.json", "model.safetensors", "tokenizer.json"])
  }

  @Test func aSourceIsDataByItsName() throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../..").standardizedFileURL
    // A source's name goes before a folder's.
    try place.write("Only this, and only this.", to: "tidewick/one.txt")
    let source = try call(
      "tokenizer --data tidewick --vocab 280", extra: ["GLASSBOX_HOME": project.path])
    #expect(source.output.hasPrefix("text         tidewick: 1 "), "\(source.errors)")
    let folder = try call("tokenizer --data ./tidewick --vocab 262")
    #expect(folder.output.hasPrefix("text         ./tidewick: 1 document,"), "\(folder.errors)")
  }

  @Test func aRateThatIsTooHighStopsAtItsStep() throws {
    let trained = try call(Self.training + " --name wild --lr 1e8")
    #expect(trained.status == 2 && trained.output == "")
    let complaint = try #require(
      trained.errors.wholeMatch(
        of: /error: step (\d+): the loss is nan\. First not finite: ([^\[]+)\[[\d, ]+\] is (.*)\n/))
    #expect(complaint.2 == "blocks.0.attn.scores")
    #expect(
      complaint.3.drop { $0 == "-" }.hasPrefix(
        "inf, made by attention scores from blocks.0.attn.rot_q and blocks.0.attn.rot_k. A smaller"
          + " --lr than 1e+08, a longer --warmup or a smaller --clip may help. In a notebook,"
          + " `why blocks.0.attn.scores["))
    let recorded = try json(try call("replay wild --json"))
    #expect(recorded["lastStep"] as? Int == Int(complaint.1).map { $0 - 1 })

    let cells = "\(Self.training.replacing("town.txt", with: "\"town.txt\"")) --lr 1e8\n1 + 1\n"
    let notebook = try BuiltProgram.run(input: cells, at: place)
    #expect(notebook.output == "2\n")
    #expect(notebook.errors.contains("the loss is nan. First not finite: blocks.0.attn.scores["))
  }

  @Test func threadsAndMicroBatchesChangeNothing() throws {
    var weights: [String] = []
    for (threads, option) in [
      ("1", ""), ("2", ""), ("3", ""), ("2", " --micro-batch 1"), ("1", " --micro-batch 7"),
    ] {
      let outcome = try call(
        Self.training + " --name t\(weights.count) --json" + option,
        extra: ["GLASSBOX_THREADS": threads])
      weights.append(try #require(try json(outcome)["weights"] as? String))
    }
    #expect(Set(weights).count == 1)
    #expect(try call(Self.training + " --name x", extra: ["GLASSBOX_THREADS": "no"]).status == 2)
  }

  @Test(arguments: [
    ("train --data nowhere.txt", "nowhere.txt: there is no such file or folder"),
    ("train --data empty.txt", "empty.txt holds no text: 0 bytes"),
    ("train --data binary.dat", "binary.dat holds no text"),
    ("train --data tiny.txt --context 64", "too few for a context of 64"),
    ("train --data town.txt --heads 3", "width 128 cannot be split into 3 heads"),
    ("train --data town.txt --name ../x", "'../x' cannot name a run"),
    ("train --data town.txt --lr=-1", "the learning rate is -1.0"),
    ("train --data town.txt --steps 0", "steps is 0; it must be at least 1"),
    ("replay nothing", "there is no run 'nothing'"),
    ("generate --run nothing hello", "there is no run 'nothing'"),
    ("generate hello --temperature=-2", "temperature is -2.0"),
    ("predict hello", "there is no model yet"),
    ("finetune", "there is no model yet"),
    ("finetune --rank 4", "--lora trains one"), ("finetune --alpha 4", "--lora trains one"),
    ("step", "there is no model yet"),
    ("export nothing out", "there is no run 'nothing'"),
    ("collect nowhere", "there is no such file or folder"),
  ])
  func badInputIsExplained(words: String, message: String) throws {
    try place.write("", to: "empty.txt")
    try place.write("a few words", to: "tiny.txt")
    try Data([0, 1, 2, 0, 255, 0, 3]).write(to: place.root.appendingPathComponent("binary.dat"))
    // The list of public sources is part of every home.
    try place.write("sources: []\n", to: "data/sources.yaml")
    let outcome = try call(words)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("error: "))
    let runs = try? FileManager.default.contentsOfDirectory(
      atPath: place.workspace.appendingPathComponent("runs").path)
    #expect(runs ?? [] == [])
  }

  @Test func aRunCutOffInTheMiddleStillServes() throws {
    #expect(try call(Self.training + " --name one").status == 0)
    let steps = place.workspace.appendingPathComponent("runs/one/steps.jsonl")
    var bytes = try Data(contentsOf: steps)
    bytes.removeLast(bytes.count / 3)
    try bytes.write(to: steps)
    // A snapshot follows the line of its step, so the cut is noticed while there are later ones.
    let cut = try call("replay one")
    #expect(cut.status == 2 && cut.errors.contains("steps.jsonl: cut off after step"))
    for step in ["000010", "000012"] {
      try FileManager.default.removeItem(
        at: place.workspace.appendingPathComponent("runs/one/snapshots/\(step).packed"))
    }
    #expect(try call("replay one").status == 0)
    #expect(try call("generate --run one The --tokens 3").status == 0)
  }

  @Test func aChangedSnapshotIsNamedWithStatusTwo() throws {
    #expect(try call(Self.training + " --name one").status == 0)
    let file = place.workspace.appendingPathComponent("runs/one/snapshots/000012.packed")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 9] ^= 4
    try bytes.write(to: file)
    let outcome = try call("generate --run one The")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("000012.packed: changed since the run was recorded"))
  }

  /// A limit on the size of files stands for a full disk: the first write that does not fit fails.
  @Test(arguments: [4, 50]) func aFullDiskLeavesNoHalfRun(blocks: Int) throws {
    let program = try BuiltProgram.url().path
    let script = "ulimit -f \(blocks); trap '' XFSZ; exec \(program) \(Self.training) --name full"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.environment = place.environment
    process.currentDirectoryURL = place.root
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = Pipe()
    try process.run()
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(complaint.contains("cannot be written"), "\(complaint)")
    let runs = place.workspace.appendingPathComponent("runs").path
    #expect((try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? [] == [])
  }
}
