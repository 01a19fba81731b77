import Foundation

/// The regular files under a folder, in the order of their relative paths' bytes.
enum FolderWalk {
  /// What was found, and what was passed over with the reason.
  struct Findings {
    var files: [String] = []
    var skipped: [SkippedFile] = []
  }

  /// Folders deeper than this are passed over.
  private static let deepest = 64

  /// Paths relative to `root`. Hidden entries are left out. A link to a file is a file; a link to
  /// a folder is not followed, so that no loop of links can catch the walk.
  static func files(under root: URL) -> Findings {
    var findings = Findings()
    walk(root, prefix: "", depth: 0, into: &findings)
    findings.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    findings.skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return findings
  }

  private static func walk(_ folder: URL, prefix: String, depth: Int, into findings: inout Findings)
  {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      findings.skipped.append(SkippedFile(path: prefix, reason: "folder cannot be read"))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      let url = folder.appendingPathComponent(name)
      switch PathKind(of: url) {
      case .file: findings.files.append(path)
      case .folder where depth == deepest:
        findings.skipped.append(SkippedFile(path: path, reason: "deeper than \(deepest) folders"))
      case .folder: walk(url, prefix: path, depth: depth + 1, into: &findings)
      case .linkToFolder:
        findings.skipped.append(SkippedFile(path: path, reason: "link to a folder"))
      case .other: findings.skipped.append(SkippedFile(path: path, reason: "not a regular file"))
      case .nothing: findings.skipped.append(SkippedFile(path: path, reason: "broken link"))
      }
    }
  }
}

/// What a path leads to.
enum PathKind: Equatable {
  case file, folder, linkToFolder, other, nothing

  /// Follows links to their end; a loop of links leads to nothing.
  init(of url: URL) {
    let manager = FileManager.default
    let own = (try? manager.attributesOfItem(atPath: url.path))?[.type] as? FileAttributeType
    guard let own else {
      self = .nothing
      return
    }
    switch own {
    case .typeRegular: self = .file
    case .typeDirectory: self = .folder
    case .typeSymbolicLink:
      let target = url.resolvingSymlinksInPath()
      let type = (try? manager.attributesOfItem(atPath: target.path))?[.type] as? FileAttributeType
      switch type {
      case .some(.typeRegular): self = .file
      case .some(.typeDirectory): self = .linkToFolder
      case .none, .some(.typeSymbolicLink): self = .nothing
      default: self = .other
      }
    default: self = .other
    }
  }
}
