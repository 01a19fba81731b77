import Foundation

/// A `.deb`, a source distribution (`.tar.gz`) or a wheel, to be listed and unpacked.
struct Archive {
  let url: URL
  let package: String
  let runner: ToolRunner
  /// A folder for what the tools write on the way.
  let scratch: URL

  /// Unpacks everything into `destination`, an existing folder. All names are read first, and one
  /// that would leave the folder stops it before a byte is written.
  func unpack(into destination: URL) throws(FetchError) {
    let tar = try tarFile()
    let names: [Substring]
    if let tar {
      names = try output("tar", ["-tf", tar.path], "tar").split(separator: "\n")
    } else {
      names = try output("python3", ["-c", Self.listing, url.path], "python3")
        .split(separator: "\n")
    }
    for name in names where !ArchivePath.isSafe(String(name)) {
      throw .unsafePath(package: package, path: String(name))
    }
    if let tar {
      _ = try output(
        "tar",
        ["-xf", tar.path, "-C", destination.path, "--no-same-owner", "--no-same-permissions"], "tar"
      )
    } else {
      _ = try output("python3", ["-m", "zipfile", "-e", url.path, destination.path], "python3")
    }
  }

  private static let listing =
    "import sys, zipfile; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))"

  /// The archive as one that tar reads; nil for a wheel.
  private func tarFile() throws(FetchError) -> URL? {
    switch url.pathExtension {
    case "whl", "zip": return nil
    case "deb":
      let tar = scratch.appendingPathComponent("data.tar")
      let bytes = try run("dpkg-deb", ["--fsys-tarfile", url.path], "dpkg")
      do {
        try Data(bytes).write(to: tar)
      } catch {
        throw .cacheUnwritable(path: scratch.path, reason: "no room for the unpacked archive")
      }
      return tar
    default: return url
    }
  }

  private func output(
    _ tool: String, _ arguments: [String], _ debianPackage: String
  ) throws(FetchError) -> String {
    String(decoding: try run(tool, arguments, debianPackage), as: UTF8.self)
  }

  private func run(
    _ tool: String, _ arguments: [String], _ debianPackage: String
  ) throws(FetchError) -> [UInt8] {
    let outcome = try runner.run(
      tool, arguments, in: scratch, debianPackage: debianPackage, mergesErrors: false)
    guard outcome.status == 0 else {
      throw .toolFailed(
        command: "\(tool) on \(url.lastPathComponent)", status: outcome.status,
        lastLine: "the archive of \(package) could not be unpacked")
    }
    return outcome.output
  }
}
