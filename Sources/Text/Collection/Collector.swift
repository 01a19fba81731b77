import Foundation

/// A file that was seen and not collected, and why.
package struct SkippedFile: Codable, Equatable, Sendable {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// What collecting brought home.
package struct Collection: Equatable, Sendable {
  package var documents: [Document] = []
  package var skipped: [SkippedFile] = []
}

/// Reads a file or a folder into documents, in the order of their paths.
package struct Collector: Sendable {
  /// The name that documents carry as their source; nil takes the folder's own name.
  package var source: String?
  /// The kind of every document; nil guesses it from folder and extension.
  package var kind: DocumentKind?
  /// Files whose relative paths fit one of these are passed over in silence.
  package var excluded: [Glob]
  /// Files longer than this many bytes are skipped.
  package var longestFile = 256 << 20

  package init(source: String? = nil, kind: DocumentKind? = nil, excluding excluded: [Glob] = []) {
    self.source = source
    self.kind = kind
    self.excluded = excluded
  }

  /// Reads the corpus of the project at `data/tidewick`, without the support desk's conversations:
  /// those are for fine-tuning, and the held-out ones must stay unseen.
  package static let tidewick = Collector(source: "tidewick", excluding: [Glob("support/**")])

  /// Every document at `url`, which may be a file or a folder.
  /// - Throws: `CollectionError` when nothing is there, or nothing that is text.
  package func collect(_ url: URL) throws(CollectionError) -> Collection {
    let root = url.resolvingSymlinksInPath()
    switch PathKind(of: root) {
    case .nothing: throw .missing(path: url.relativePath)
    case .other: throw .notAFile(path: url.relativePath)
    case .file:
      let folder = root.deletingLastPathComponent()
      let findings = FolderWalk.Findings(files: [root.lastPathComponent])
      return try read(findings, in: folder, asked: url, isFile: true)
    case .folder, .linkToFolder:
      guard FileManager.default.isReadableFile(atPath: root.path) else {
        throw .unreadable(path: url.relativePath, reason: "no permission")
      }
      return try read(FolderWalk.files(under: root), in: root, asked: url, isFile: false)
    }
  }

  private func read(
    _ findings: FolderWalk.Findings, in root: URL, asked: URL, isFile: Bool
  ) throws(CollectionError) -> Collection {
    var collection = Collection(skipped: findings.skipped)
    for path in findings.files where !excluded.contains(where: { $0.matches(path) }) {
      // A file that was asked for by name is read whatever its extension.
      guard let format = FileFormat(fileName: path) ?? (isFile ? .plain : nil) else {
        let ending = FileFormat.extension(of: path)
        collection.skipped.append(SkippedFile(path: path, reason: "no text format: .\(ending)"))
        continue
      }
      read(path, format, in: root, into: &collection)
    }
    collection.skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    if collection.documents.isEmpty {
      throw .noText(path: asked.relativePath, reason: Self.tally(collection.skipped))
    }
    return collection
  }

  private func read(
    _ path: String, _ format: FileFormat, in root: URL, into collection: inout Collection
  ) {
    let bytes: [UInt8]
    do {
      bytes = try contents(of: root.appendingPathComponent(path))
    } catch {
      collection.skipped.append(SkippedFile(path: path, reason: "\(error)"))
      return
    }
    switch TextDecoding.decode(bytes) {
    case .rejected(let reason): collection.skipped.append(SkippedFile(path: path, reason: reason))
    case .text(let text, _):
      let reader = FileReader(
        path: path, source: source ?? root.lastPathComponent, format: format,
        kind: kind ?? .guess(path: "\(root.lastPathComponent)/\(path)", format: format))
      reader.read(text, into: &collection)
    }
  }

  private func contents(of url: URL) throws(FileProblem) -> [UInt8] {
    let size =
      (try? FileManager.default.attributesOfItem(
        atPath: url.resolvingSymlinksInPath().path)[.size]) as? Int
    if let size, size > longestFile { throw FileProblem("longer than \(longestFile) bytes") }
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw FileProblem("cannot be read")
    }
  }

  /// The reasons with how many files each met, the most frequent first: `0 bytes (2 files)`.
  private static func tally(_ skipped: [SkippedFile]) -> String {
    if skipped.isEmpty { return "the folder is empty" }
    if skipped.count == 1 { return skipped[0].reason }
    var reasons: [(reason: String, count: Int)] = []
    for file in skipped {
      if let index = reasons.firstIndex(where: { $0.reason == file.reason }) {
        reasons[index].count += 1
      } else if reasons.count < 100 {
        reasons.append((file.reason, 1))
      }
    }
    let ranked = reasons.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    let named = ranked.prefix(3).map { "\($0.element.reason) (\($0.element.count) files)" }
    return named.joined(separator: ", ") + (ranked.count > 3 ? ", and others" : "")
  }
}

/// Why one file was not read.
private struct FileProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
