import Foundation

/// A source that lies in the cache, and what it was made from.
package struct FetchedSource: Equatable, Sendable {
  /// The folder that holds its files.
  package let folder: URL
  package let receipt: Receipt
  /// Whether it lay there already.
  package let wasCached: Bool

  /// Kept as `.receipt.json` beside the files.
  package struct Receipt: Codable, Equatable, Sendable {
    package let name: String
    package let package: String
    /// The archive's file name, which holds the version.
    package let archive: String
    package let seal: FetchError.Seal
    package let licence: String
    package let files: Int
    package let bytes: Int
  }
}

/// Fetches public sources into a cache folder, without root.
///
/// The work is done in a folder of its own, which is renamed at the end: whatever happens on the
/// way, the cache holds a whole source or none.
package struct SourceFetcher: Sendable {
  /// The folder that gets one folder a source.
  package let cache: URL
  private let environment: [String: String]
  private let timeout: Int
  private let isCancelled: @Sendable () -> Bool

  /// - Parameters:
  ///   - environment: what the tools see; its `PATH` is where they are sought.
  ///   - timeout: the seconds each tool may take.
  ///   - isCancelled: asked many times a second; true stops fetching and leaves nothing behind.
  package init(
    cache: URL, environment: [String: String] = ProcessInfo.processInfo.environment,
    timeout: Int = 300, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.cache = cache
    self.environment = environment
    self.timeout = timeout
    self.isCancelled = isCancelled
  }

  /// The source as it lies in the cache, or nil.
  package func cached(_ source: PublicSource) -> FetchedSource? {
    let folder = cache.appendingPathComponent(source.name)
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(Self.receiptName)),
      let receipt = try? JSONDecoder().decode(FetchedSource.Receipt.self, from: data)
    else { return nil }
    return FetchedSource(folder: folder, receipt: receipt, wasCached: true)
  }

  /// Fetches `source` unless it lies in the cache.
  /// - Parameter acceptsChanged: takes an archive of another size or checksum as it is.
  package func fetch(
    _ source: PublicSource, acceptsChanged: Bool = false
  ) throws(FetchError) -> FetchedSource {
    if let cached = cached(source) { return cached }
    let work = cache.appendingPathComponent(
      ".fetch-\(source.name)-\(ProcessInfo.processInfo.processIdentifier)")
    removeAbandoned(source)
    defer { try? FileManager.default.removeItem(at: work) }
    let download = try makeFolder(work, "download")
    let scratch = try makeFolder(work, "scratch")
    let unpacked = try makeFolder(work, "unpacked")
    let ready = try makeFolder(work, "ready")
    let runner = ToolRunner(environment: environment, timeout: timeout, isCancelled: isCancelled)

    do {
      let archive = try PackageDownload(source: source, runner: runner, folder: download).archive()
      let seal = try check(archive, source, acceptsChanged)
      try Archive(url: archive, package: source.package, runner: runner, scratch: scratch)
        .unpack(into: unpacked)
      let chosen = try choose(source, from: unpacked, into: ready)
      let receipt = FetchedSource.Receipt(
        name: source.name, package: source.package, archive: archive.lastPathComponent, seal: seal,
        licence: source.licence, files: chosen.files, bytes: chosen.bytes)
      return try publish(receipt, ready, source)
    } catch .cancelled {
      throw .cancelled(package: source.package)
    }
  }

  private static let receiptName = ".receipt.json"

  private func makeFolder(_ work: URL, _ name: String) throws(FetchError) -> URL {
    let folder = work.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cacheUnwritable(path: cache.path, reason: "no folder can be made in it")
    }
    return folder
  }

  /// Removes what earlier fetches left when they were killed; those of running programs stay.
  private func removeAbandoned(_ source: PublicSource) {
    let prefix = ".fetch-\(source.name)-"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: cache.path)) ?? [] {
      guard name.hasPrefix(prefix), let owner = Int32(name.dropFirst(prefix.count)) else {
        continue
      }
      if kill(owner, 0) == 0 && owner != ProcessInfo.processInfo.processIdentifier { continue }
      try? FileManager.default.removeItem(at: cache.appendingPathComponent(name))
    }
  }

  private func check(
    _ archive: URL, _ source: PublicSource, _ acceptsChanged: Bool
  ) throws(FetchError) -> FetchError.Seal {
    guard let data = try? Data(contentsOf: archive) else {
      throw .packageMissing(package: source.package, registry: source.registry.rawValue)
    }
    let found = FetchError.Seal(
      size: data.count, sha256: SHA256.hexadecimal(of: [UInt8](data)))
    let expected = FetchError.Seal(size: source.size, sha256: source.sha256)
    if found != expected && !acceptsChanged {
      let version = archive.lastPathComponent.replacing("%3a", with: ":")
      throw .changed(
        package: source.package, version: "(\(version))", expected: expected, found: found)
    }
    return found
  }

  /// Copies the files that the source names. Links are left out: they could lead anywhere.
  private func choose(
    _ source: PublicSource, from unpacked: URL, into ready: URL
  ) throws(FetchError) -> (files: Int, bytes: Int) {
    let root = unpacked.appendingPathComponent(source.folder)
    let globs = source.files.map(Glob.init)
    var files = 0
    var bytes = 0
    for path in FolderWalk.files(under: root).files
    where globs.contains(where: { $0.matches(path) }) {
      let from = root.appendingPathComponent(path)
      let attributes = try? FileManager.default.attributesOfItem(atPath: from.path)
      guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      let target = ready.appendingPathComponent(path)
      do {
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: from, to: target)
      } catch {
        throw .cacheUnwritable(path: cache.path, reason: "no room for \(path)")
      }
      files += 1
      bytes += attributes?[.size] as? Int ?? 0
    }
    if files == 0 { throw .noFiles(package: source.package, patterns: source.files) }
    return (files, bytes)
  }

  private func publish(
    _ receipt: FetchedSource.Receipt, _ ready: URL, _ source: PublicSource
  ) throws(FetchError) -> FetchedSource {
    let folder = cache.appendingPathComponent(source.name)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try encoder.encode(receipt).write(to: ready.appendingPathComponent(Self.receiptName))
      // Only a folder without a receipt can lie there: something half-made by other hands.
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.moveItem(at: ready, to: folder)
    } catch {
      throw .cacheUnwritable(path: folder.path, reason: "the fetched files cannot be put there")
    }
    return FetchedSource(folder: folder, receipt: receipt, wasCached: false)
  }
}
