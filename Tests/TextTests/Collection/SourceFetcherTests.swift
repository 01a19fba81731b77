import Foundation
import Testing

@testable import Text

/// Fetching with tools of our own making in `PATH`: no test needs the network.
@Suite struct SourceFetcherTests {
  private let folder: TemporaryFolder
  private let fetcher: SourceFetcher
  private let archive: [UInt8]

  /// An archive with two texts and a picture, as a bare tar file; `apt-get` hands it out and
  /// `dpkg-deb` has nothing to unwrap.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("First.", to: "content/usr/text/one.txt")
    try folder.write("Second.", to: "content/usr/text/deep/two.txt")
    try folder.write("GIF", to: "content/usr/text/picture.gif")
    let runner = ToolRunner(
      environment: ["PATH": "/usr/bin:/bin"], timeout: 20, isCancelled: { false })
    let packed = folder.url.appendingPathComponent("packed.tar").path
    _ = try runner.run(
      "tar", ["-cf", packed, "-C", "content", "usr"], in: folder.url, debianPackage: "tar")
    archive = [UInt8](try Data(contentsOf: URL(fileURLWithPath: packed)))
    try folder.writeTool("apt-get", "cp '\(packed)' ./sample_1.0-1_all.deb; echo Fetched")
    try folder.writeTool("dpkg-deb", "cat \"$2\"")
    fetcher = Self.fetcher(folder)
  }

  private static func fetcher(
    _ folder: TemporaryFolder, timeout: Int = 20, path: String? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> SourceFetcher {
    let tools = folder.url.appendingPathComponent("bin").path
    return SourceFetcher(
      cache: folder.url.appendingPathComponent("cache"),
      environment: ["PATH": path ?? "\(tools):/usr/bin:/bin"], timeout: timeout,
      isCancelled: isCancelled)
  }

  private func source(files: String = "**/*.txt", size: Int? = nil) throws -> PublicSource {
    let yaml = """
      sources:
        - name: sample
          kind: book
          registry: debian
          package: sample
          version: 1.0-1
          licence: public domain
          size: \(size ?? archive.count)
          sha256: \(SHA256.hexadecimal(of: archive))
          folder: usr/text
          files: ["\(files)"]
          teaches: fetching
      """
    return try SourceCatalogue(yaml: yaml, place: "test").sources[0]
  }

  /// What lies in the cache, hidden entries included.
  private func cacheEntries() -> [String] {
    let cache = folder.url.appendingPathComponent("cache").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []).sorted()
  }

  @Test func theNamedFilesArriveAndAReceipt() throws {
    let fetched = try fetcher.fetch(try source())
    #expect(!fetched.wasCached)
    #expect(fetched.receipt.files == 2)
    #expect(fetched.receipt.bytes == 13)
    #expect(fetched.receipt.archive == "sample_1.0-1_all.deb")
    let documents = try Collector(source: "sample").collect(fetched.folder).documents
    #expect(documents.map(\.id) == ["deep/two.txt", "one.txt"])
    #expect(cacheEntries() == ["sample"])
  }

  @Test func whatLiesInTheCacheIsNotFetchedAgain() throws {
    _ = try fetcher.fetch(try source())
    try folder.writeTool("apt-get", "exit 1")
    let again = try fetcher.fetch(try source())
    #expect(again.wasCached)
    #expect(fetcher.cached(try source())?.receipt == again.receipt)
  }

  @Test func aChangedArchiveSaysWhatWasExpectedAndFound() throws {
    let wrong = try source(size: 7)
    let error = #expect(throws: FetchError.self) { try fetcher.fetch(wrong) }
    let digest = SHA256.hexadecimal(of: archive)
    #expect(
      error?.description == """
        sample (sample_1.0-1_all.deb) is not the archive that data/sources.yaml describes:
          expected 7 bytes, sha256 \(digest)
          found    \(archive.count) bytes, sha256 \(digest)
        the registry has moved on to another build; --accept-changed takes it as it is
        """)
    #expect(cacheEntries().isEmpty)
    let accepted = try fetcher.fetch(wrong, acceptsChanged: true)
    #expect(accepted.receipt.seal.size == archive.count)
  }

  @Test func aMissingToolSaysWhatToInstall() throws {
    let error = #expect(throws: FetchError.self) {
      try Self.fetcher(folder, path: "/nowhere").fetch(try source())
    }
    #expect(
      error?.description == """
        fetching needs apt-get, which is not on this machine
        install it (Debian: apt-get install apt); meanwhile tidewick serves, the corpus that \
        comes along
        """)
    #expect(cacheEntries().isEmpty)
  }

  @Test(arguments: [
    ("E: Unable to locate package sample", "packageMissing"),
    ("Err: Could not resolve 'deb.debian.org'", "noNetwork"),
    ("E: Something else", "toolFailed"),
  ])
  func failuresOfTheToolAreToldApart(says: String, expected: String) throws {
    try folder.writeTool("apt-get", "echo \"\(says)\" >&2; exit 100")
    let error = #expect(throws: FetchError.self) { try fetcher.fetch(try source()) }
    switch try #require(error) {
    case .packageMissing(let package, _):
      #expect(package == "sample" && expected == "packageMissing")
    case .noNetwork(_, let line): #expect(line == says && expected == "noNetwork")
    case .toolFailed(_, let status, let line):
      #expect(status == 100 && line == says && expected == "toolFailed")
    default: Issue.record("unexpected \(String(describing: error))")
    }
    #expect(cacheEntries().isEmpty)
  }

  @Test func aPathOutOfTheArchiveStopsBeforeUnpacking() throws {
    try folder.writeTool(
      "tar", "case $1 in -tf) printf 'usr/text/one.txt\\n../evil\\n';; *) touch unpacked;; esac")
    #expect(throws: FetchError.unsafePath(package: "sample", path: "../evil")) {
      try fetcher.fetch(try source())
    }
    #expect(cacheEntries().isEmpty)
  }

  @Test func linksInTheArchiveAreLeftOut() throws {
    let link = folder.url.appendingPathComponent("content/usr/text/passwords.txt").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "/etc/passwd")
    let content = folder.url.appendingPathComponent("content").path
    try folder.writeTool("apt-get", "tar -cf ./sample_2_all.deb -C '\(content)' usr")
    let fetched = try fetcher.fetch(try source(), acceptsChanged: true)
    #expect(fetched.receipt.files == 2)
  }

  @Test func patternsThatFitNothingAreAnError() throws {
    #expect(throws: FetchError.noFiles(package: "sample", patterns: ["*.pdf"])) {
      try fetcher.fetch(try source(files: "*.pdf"))
    }
  }

  @Test func aSlowToolIsStopped() throws {
    try folder.writeTool("apt-get", "exec sleep 30")
    #expect(throws: FetchError.timedOut(command: "apt-get", seconds: 0)) {
      try Self.fetcher(folder, timeout: 0).fetch(try source())
    }
    #expect(cacheEntries().isEmpty)
  }

  @Test func stoppingLeavesNothingBehind() throws {
    try folder.writeTool("apt-get", "exec sleep 30")
    let stopped = Self.fetcher(folder, isCancelled: { true })
    #expect(throws: FetchError.cancelled(package: "sample")) { try stopped.fetch(try source()) }
    #expect(cacheEntries().isEmpty)
  }

  @Test func whatAKilledFetchLeftIsRemoved() throws {
    // No process has this number: the kernel's largest is 2²².
    try folder.write("half", to: "cache/.fetch-sample-99999999/download/half.deb")
    _ = try fetcher.fetch(try source())
    #expect(cacheEntries() == ["sample"])
  }

  @Test func aCacheThatCannotBeWrittenIsNamed() throws {
    try folder.write("a file", to: "cache")
    let path = folder.url.appendingPathComponent("cache").path
    #expect(
      throws: FetchError.cacheUnwritable(path: path, reason: "no folder can be made in it")
    ) { try fetcher.fetch(try source()) }
  }
}
