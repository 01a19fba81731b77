import Foundation
import Models
import Text

/// English to train tokenizers on, in documents, also in a file for the peer.
struct BenchText {
  let documents: [String]
  /// The documents with a NUL between them.
  let file: URL

  /// As much text as the figures are about.
  static let usualBytes = 4_600_000

  var byteCount: Int { documents.reduce(0) { $0 + $1.utf8.count } }

  /// The text at `path`, else of as many Tidewicks as it takes. `folder` gets the peer's file.
  /// Throws `FileError`, or `NotYet` if the file holds no text.
  init(path: String?, in folder: URL) throws {
    documents = try path.map(Self.read) ?? Self.tidewicks()
    file = folder.appendingPathComponent("text")
    try AtomicFile.write(Data(documents.joined(separator: "\0").utf8), to: file)
  }

  /// A few kilobytes in a file of `folder`, for runs that are to be small.
  static func small(in folder: URL) throws -> URL {
    let file = folder.appendingPathComponent("small.txt")
    let sentence = "The ferry leaves at noon. The lamp is lit at dusk. Nell waits on the quay.\n"
    try AtomicFile.write(Data(String(repeating: sentence, count: 100).utf8), to: file)
    return file
  }

  /// Documents of some towns, each of another seed.
  private static func tidewicks() -> [String] {
    var documents: [String] = []
    var size = 0
    var seed = Tidewick.defaultSeed
    while size < usualBytes {
      for file in Tidewick.cleanFiles(seed: seed) where size < usualBytes {
        documents.append(file.plain)
        size += file.plain.utf8.count
      }
      seed += 1
    }
    return documents
  }

  /// A file in parts of about 16 kB that end with a line, so that both sides may share them out.
  private static func read(path: String) throws -> [String] {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    switch TextDecoding.decode(bytes) {
    case .rejected(let reason): throw NotYet("\(path) is no text: \(reason)")
    case .text(let text, _):
      var parts: [String] = []
      var part = ""
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        part += line + "\n"
        if part.utf8.count >= 16_384 {
          parts.append(part)
          part = ""
        }
      }
      return part.isEmpty ? parts : parts + [part]
    }
  }
}
