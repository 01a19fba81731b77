import Foundation
import Testing

@testable import Text

@Suite struct SourceCatalogueTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("data/sources.yaml")

  @Test func theListOfTheProjectIsValid() throws {
    let catalogue = try SourceCatalogue(contentsOf: Self.file)
    #expect(
      catalogue.sources.map { "\($0.name): \($0.kind.rawValue) from \($0.package)" } == [
        "holmes: book from golang-github-pierrec-lz4-dev",
        "shakespeare: book from shakespeare",
        "sqlite-pages: web from sqlite3-doc",
        "opticks: research from golang-github-andybalholm-brotli-dev",
        "python-manual: documentation from python3.11-doc",
        "chatter: conversation from chatterbot-corpus",
        "python-library: code from libpython3.11-stdlib",
      ])
    #expect(Set(catalogue.sources.map(\.kind)) == Set(DocumentKind.allCases))
    #expect(Set(catalogue.sources.map(\.sha256)).count == 7)
    #expect(catalogue.sources.allSatisfy { !$0.licence.isEmpty && !$0.teaches.isEmpty })
  }

  @Test func anUnknownSourceNamesTheKnownOnes() throws {
    let catalogue = try SourceCatalogue(contentsOf: Self.file)
    let error = #expect(throws: FetchError.self) { try catalogue.source(named: "holmse") }
    #expect(
      error?.description == """
        there is no source called holmse
        known sources: holmes, shakespeare, sqlite-pages, opticks, python-manual, chatter, \
        python-library
        """)
  }

  private static let good = """
    sources:
      - name: sample
        kind: book
        registry: debian
        package: sample-dev
        version: 1.0-1
        licence: public domain
        size: 10
        sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        folder: usr/share
        files: ["*.txt"]
        teaches: nothing
    """

  @Test(arguments: [
    ("size: 10", "size: 0", "source sample: size must be the archive's bytes, more than 0"),
    (
      "sha256: aaaa", "sha256: AAAA",
      "source sample: sha256 must be 64 hexadecimal digits in lower case"
    ),
    (
      "package: sample-dev", "package: -oDebug",
      "source sample: package “-oDebug” is no package name"
    ),
    (
      "folder: usr/share", "folder: ../etc", "source sample: path “../etc” leads out of the archive"
    ),
    ("[\"*.txt\"]", "[\"/etc/*\"]", "source sample: path “/etc/*” leads out of the archive"),
    ("[\"*.txt\"]", "[]", "source sample: files must name at least one file"),
    (
      "name: sample", "name: ../x",
      "source ../x: name “../x” is not made of letters, digits and hyphens"
    ),
    ("    licence: public domain\n", "", "sources.[0].licence is missing"),
  ])
  func aBadEntryIsNamed(old: String, new: String, problem: String) {
    let yaml = Self.good.replacing(old, with: new)
    #expect(throws: FetchError.badCatalogue(place: "list.yaml", problem: problem)) {
      try SourceCatalogue(yaml: yaml, place: "list.yaml")
    }
  }

  @Test func nonsenseIsABadCatalogue() {
    for yaml in ["", "sources: 3", "sources: [", "- a"] {
      #expect(throws: FetchError.self) { try SourceCatalogue(yaml: yaml, place: "list.yaml") }
    }
  }
}
