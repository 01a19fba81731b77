import Foundation
import Testing

/// Cells from a pipe, and commands from the shell.
@Suite(.serialized) struct PipeTests {
  let place: Place
  init() throws { place = try Place() }

  @Test func anEmptyPipeIsDone() throws {
    let outcome = try BuiltProgram.run(at: place)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
  }

  @Test func goesOnAfterAFailedCellAndEndsWithTheWorstStatus() throws {
    let outcome = try BuiltProgram.run(input: "nonsense one\n\nnonsense two", at: place)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }.count == 2)
  }

  @Test func printsResultsOnly() throws {
    let outcome = try BuiltProgram.run(input: "x = 6\nx * 7\nmean([1, 2])\n", at: place)
    #expect(outcome.status == 0)
    #expect(outcome.output == "42\n1.5\n")
    #expect(outcome.errors == "")
  }

  @Test(arguments: ["quit", "exit "]) func leavesWhenTold(word: String) throws {
    let outcome = try BuiltProgram.run(input: "6 * 7\n\(word)\nmean([1, 2])\n", at: place)
    #expect(outcome.status == 0)
    #expect(outcome.output == "42\n")
  }

  @Test func aCellWithOpenBracketsGoesOn() throws {
    let outcome = try BuiltProgram.run(
      input: "x = [1,  # one\n  2,\n\n\n6 * (\n7\n)\nsum(\nshow 1 + \\\n2", at: place)
    #expect(outcome.status == 2)
    #expect(outcome.output == "42\n")
    #expect(outcome.errors.hasPrefix("error: this [ is never closed\n  x = [1,  # one\n      ^\n"))
    #expect(outcome.errors.contains("error: "))
  }

  @Test func aWrongOptionIsStatusTwoWithTheUsage() throws {
    let outcome = try BuiltProgram.run(["train", "--stepps", "5"], at: place)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: Unknown option '--stepps'"))
    #expect(outcome.errors.contains("train --help"))
  }

  @Test func helpAndVersionAreAnswersNotMistakes() throws {
    for words in [["--help"], ["--version"], ["help"], ["train", "--help"]] {
      let outcome = try BuiltProgram.run(words, at: place)
      #expect(outcome.status == 0)
      #expect(!outcome.output.isEmpty)
      #expect(outcome.errors == "")
    }
  }

  @Test(arguments: [["nonsense"], ["--nonsense"], ["--nonsense", "train"]])
  func badArgumentsAreStatusTwo(words: [String]) throws {
    let outcome = try BuiltProgram.run(words, at: place)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.contains(words[0]))
  }

  @Test func aMissingHomeSaysWhatToDo() throws {
    let outcome = try BuiltProgram.run(at: place, extra: ["GLASSBOX_HOME": "/nowhere"])
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        error: cannot find Glassbox's lessons/ and data/: run it inside the project's folder, \
        or set GLASSBOX_HOME to that folder

        """)
  }

  @Test func aFullDiskIsAnErrorAndAClosedOutputIsNot() throws {
    func shell(_ redirection: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "\"$0\" --version \(redirection)", try BuiltProgram.url().path]
      process.environment = place.environment
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try shell(">&-") == 0)
    #expect(try shell("<&- >/dev/null") == 0)
    if FileManager.default.fileExists(atPath: "/dev/full") {
      #expect(try shell("2>/dev/null >/dev/full") == 2)
    }
  }
}
