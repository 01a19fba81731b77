/// Why a public source could not be fetched; each case says what, and what to do about it.
package enum FetchError: Error, Equatable, CustomStringConvertible {
  case unknownSource(name: String, known: [String])
  case badCatalogue(place: String, problem: String)
  case toolMissing(tool: String, debianPackage: String)
  case toolFailed(command: String, status: Int, lastLine: String)
  case noNetwork(package: String, lastLine: String)
  case packageMissing(package: String, registry: String)
  /// The archive is not the one that was described; `version` is what its name says.
  case changed(package: String, version: String, expected: Seal, found: Seal)
  case unsafePath(package: String, path: String)
  case noFiles(package: String, patterns: [String])
  case timedOut(command: String, seconds: Int)
  case cancelled(package: String)
  case cacheUnwritable(path: String, reason: String)

  /// An archive's length and SHA-256.
  package struct Seal: Codable, Equatable, Sendable, CustomStringConvertible {
    package let size: Int
    package let sha256: String

    package init(size: Int, sha256: String) {
      self.size = size
      self.sha256 = sha256
    }

    package var description: String { "\(size) bytes, sha256 \(sha256)" }
  }

  package var description: String {
    "\(problem)\n\(remedy)"
  }

  private var problem: String {
    switch self {
    case .unknownSource(let name, _): "there is no source called \(name)"
    case .badCatalogue(let place, let problem): "\(place): \(problem)"
    case .toolMissing(let tool, _): "fetching needs \(tool), which is not on this machine"
    case .toolFailed(let command, let status, let lastLine):
      "\(command) ended with status \(status): \(lastLine)"
    case .noNetwork(let package, let lastLine): "\(package): no network (\(lastLine))"
    case .packageMissing(let package, let registry):
      "\(package): \(registry) does not have this package for this machine"
    case .changed(let package, let version, let expected, let found):
      "\(package) \(version) is not the archive that data/sources.yaml describes:\n"
        + "  expected \(expected)\n  found    \(found)"
    case .unsafePath(let package, let path):
      "\(package): the archive holds a path that leads out of it: \(path)"
    case .noFiles(let package, let patterns):
      "\(package): the archive holds no file that fits \(patterns.joined(separator: ", "))"
    case .timedOut(let command, let seconds):
      "\(command) did not end within \(seconds) seconds"
    case .cancelled(let package): "\(package): fetching was stopped; nothing was left behind"
    case .cacheUnwritable(let path, let reason): "\(path): cannot be written (\(reason))"
    }
  }

  private var remedy: String {
    switch self {
    case .unknownSource(_, let known): "known sources: \(known.joined(separator: ", "))"
    case .badCatalogue: "correct the entry, or restore the file from the repository"
    case .toolMissing(_, let debianPackage):
      "install it (Debian: apt-get install \(debianPackage)); \(Self.fallback)"
    case .toolFailed: "run the command by hand to see all it says; \(Self.fallback)"
    case .noNetwork: "try again when the network is there; \(Self.fallback)"
    case .packageMissing:
      "on Debian, apt-get update brings the lists up to date; \(Self.fallback)"
    case .changed:
      "the registry has moved on to another build; --accept-changed takes it as it is"
    case .unsafePath: "do not use this archive; \(Self.fallback)"
    case .noFiles:
      "the package has changed its layout: correct folder and files in data/sources.yaml; "
        + Self.fallback
    case .timedOut: "the network may be slow: try again; \(Self.fallback)"
    case .cancelled: "start again when you like; \(Self.fallback)"
    case .cacheUnwritable: "make room, or choose another folder with GLASSBOX_WORKSPACE"
    }
  }

  private static let fallback = "meanwhile tidewick serves, the corpus that comes along"
}
