import Foundation
import Testing

@testable import Text

@Suite struct CollectorTests {
  @Test func readsAFolderInTheOrderOfItsPaths() throws {
    let folder = try TemporaryFolder()
    try folder.write("second", to: "b.txt")
    try folder.write("first", to: "a/z.txt")
    try folder.write("third", to: "c.md")
    try folder.write("hidden", to: ".git/config.txt")
    let collection = try Collector(source: "test").collect(folder.url)
    #expect(collection.documents.map(\.id) == ["a/z.txt", "b.txt", "c.md"])
    #expect(collection.documents.map(\.text) == ["first", "second", "third"])
    #expect(collection.documents.allSatisfy { $0.source == "test" })
    #expect(collection.skipped.isEmpty)
  }

  @Test func theFolderGivesTheKindElseTheExtension() throws {
    let folder = try TemporaryFolder()
    try folder.write("Notes.", to: "written/research/tides.txt")
    try folder.write("sail()", to: "made/code/sail.txt")
    try folder.write("A story.", to: "story.txt")
    try folder.write("<p>Page", to: "page.html")
    try folder.write("Manual", to: "manual.rst.txt")
    try folder.write("print(1)", to: "main.py")
    try folder.write(#"{"text": "Hello"}"#, to: "talk.jsonl")
    let kinds = try Collector().collect(folder.url).documents.map { "\($0.id) \($0.kind.rawValue)" }
    #expect(
      kinds == [
        "made/code/sail.txt code", "main.py code", "manual.rst.txt documentation",
        "page.html web", "story.txt book", "talk.jsonl#1 conversation",
        "written/research/tides.txt research",
      ])
  }

  @Test func aFileAskedForByNameIsReadWhateverItsExtension() throws {
    let folder = try TemporaryFolder()
    try folder.write("My diary.", to: "diary.log")
    let collection = try Collector().collect(folder.url.appendingPathComponent("diary.log"))
    #expect(collection.documents.map(\.id) == ["diary.log"])
  }

  @Test func excludedFilesAreNotThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("A page.", to: "made/web/a.txt")
    try folder.write(#"{"text": "An answer."}"#, to: "support/heldout.jsonl")
    let collection = try Collector.tidewick.collect(folder.url)
    #expect(collection.documents.map(\.id) == ["made/web/a.txt"])
    #expect(collection.skipped.isEmpty)
  }

  @Test func whatIsNoTextIsSkippedWithTheReason() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "empty.txt")
    try folder.write([0x7F, 0x45, 0x00, 0x01], to: "binary.txt")
    try folder.write("  \n\t\n", to: "blank.txt")
    try folder.write("GIF89a", to: "picture.gif")
    try folder.write("key: value\n", to: "settings.yaml")
    try folder.write("{\n\"text\": 3}\n{\"text\": \"good\"}\n", to: "lines.jsonl")
    let collection = try Collector().collect(folder.url)
    #expect(collection.documents.map(\.id) == ["lines.jsonl#3"])
    #expect(
      collection.skipped.map { "\($0.path): \($0.reason)" } == [
        "binary.txt: binary (a NUL at byte 2)", "blank.txt: only blanks (5 bytes)",
        "empty.txt: 0 bytes",
        "lines.jsonl#1: not a JSON object with a text or messages field",
        "lines.jsonl#2: not a JSON object with a text or messages field",
        "picture.gif: no text format: .gif", "settings.yaml: YAML without conversations",
      ])
  }

  @Test func aMissingPathNamesThePathAndTheRemedy() {
    let url = URL(fileURLWithPath: "/nowhere/at/all")
    let error = #expect(throws: CollectionError.self) { try Collector().collect(url) }
    #expect(
      error?.description == """
        /nowhere/at/all: there is no such file or folder; check the path, or use tidewick, \
        the corpus that comes with the project
        """)
  }

  @Test func aFolderWithoutTextSaysWhy() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.path
    let remedy = "give plain text, HTML, source code, or conversations in YAML or JSONL"
    #expect(throws: CollectionError.noText(path: path, reason: "the folder is empty")) {
      try Collector().collect(folder.url)
    }
    try folder.write("", to: "a.txt")
    let one = #expect(throws: CollectionError.self) { try Collector().collect(folder.url) }
    #expect(one?.description == "\(path) holds no text: 0 bytes; \(remedy)")
    try folder.write("", to: "b.txt")
    try folder.write([0, 1, 2], to: "c.txt")
    let more = #expect(throws: CollectionError.self) { try Collector().collect(folder.url) }
    let reasons = "0 bytes (2 files), binary (a NUL at byte 0) (1 files)"
    #expect(more?.description == "\(path) holds no text: \(reasons); \(remedy)")
  }

  @Test func loopsOfLinksEndAndLinksToFilesAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("text", to: "a/real.txt")
    let manager = FileManager.default
    let link = { (name: String, target: String) in
      try manager.createSymbolicLink(
        atPath: folder.url.appendingPathComponent(name).path, withDestinationPath: target)
    }
    try link("a/loop", "..")
    try link("self.txt", "self.txt")
    try link("alias.txt", "a/real.txt")
    let collection = try Collector().collect(folder.url)
    #expect(collection.documents.map(\.id) == ["a/real.txt", "alias.txt"])
    #expect(
      collection.skipped == [
        SkippedFile(path: "a/loop", reason: "link to a folder"),
        SkippedFile(path: "self.txt", reason: "broken link"),
      ])
    #expect(throws: CollectionError.self) {
      try Collector().collect(folder.url.appendingPathComponent("self.txt"))
    }
  }

  @Test func aDeviceIsNotRead() {
    let url = URL(fileURLWithPath: "/dev/zero")
    #expect(throws: CollectionError.notAFile(path: "/dev/zero")) { try Collector().collect(url) }
  }
}
