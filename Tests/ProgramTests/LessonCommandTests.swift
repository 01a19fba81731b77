import Foundation
import Testing

/// What lesson authors call from the shell: outputs, streams and exit statuses.
@Suite(.serialized) struct LessonCommandTests {
  let place: Place

  init() throws { place = try Place() }

  private func run(_ words: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(words.split(separator: " ").map(String.init), at: place)
  }

  private func replace(_ old: String, by new: String) throws {
    let file = place.root.appendingPathComponent("lessons/01-mine.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    try place.write(text.replacing(old, with: new), to: "lessons/01-mine.md")
  }

  @Test func fromASkeletonToALessonThatIsChecked() throws {
    let made = try run("new lesson 01-mine")
    #expect(made.status == 0)
    #expect(made.output.hasPrefix("written  lessons/01-mine.md\n"))
    for words in ["lint", "lint 01-mine", "check", "check 01-mine", "promote 01"] {
      let outcome = try run(words)
      #expect(outcome.status == 0, "\(words): \(outcome.output)\(outcome.errors)")
      #expect(outcome.errors == "")
    }

    try replace("> x\n42\n", by: "> x + 1\n42\n")
    let different = try run("check")
    #expect(different.status == 1)
    #expect(different.errors == "")
    #expect(different.output.contains("\n > x + 1\n-42\n+43\n"))
    #expect(different.output.hasSuffix("glassbox promote lessons/01-mine.md\n"))
    #expect(try run("promote 01").output == "lessons/01-mine.md: rewritten\n")
    #expect(try run("check").status == 0)

    try replace("10.5\"", by: "11\"")
    let refused = try run("lint")
    #expect(refused.status == 1)
    #expect(refused.output.contains("the solution `11` does not pass the check"))
    #expect(try run("check").status == 1)

    try replace(" {#predict}", by: "")
    #expect(try run("lint").status == 1)
    let malformed = try run("check")
    #expect(malformed.status == 2)
    #expect(malformed.output.hasPrefix("lessons/01-mine.md: MALFORMED\nlessons/01-mine.md:24:11: "))
    #expect(malformed.errors == "error: 0 of 1 lesson does what it says\n")
  }

  @Test func aLessonIsLeftInOneProcessAndTakenUpInAnother() throws {
    _ = try run("new lesson 01-mine")
    let first = try BuiltProgram.run(["lesson"], input: "\n\n", at: place)
    #expect(first.status == 0)
    #expect(first.output.hasSuffix("In [2]: x\n42\n"))
    let second = try BuiltProgram.run(["lesson"], input: "x\n\n\n10.5\n", at: place)
    #expect(second.output.contains("You left this lesson in step 1 of 3."))
    #expect(second.output.contains("\n42\nThen say what the reader has seen.\n"))
    #expect(second.output.hasSuffix("Right.\nForty-two is four times ten and a half.\n"))
    let third = try BuiltProgram.run(["progress"], at: place)
    #expect(third.output.contains("01-mine  1 of 3  1 of 1 right  predict\n"))
  }
}
