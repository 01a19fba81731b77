import Foundation
import Models

/// A file that a command writes for the person, and never over another one unasked.
struct OutputFile {
  /// As it was typed.
  let name: String
  private let location: URL

  /// Throws `Taken` if something of that name exists, unless `force` says to write over it.
  init(_ name: String, force: Bool) throws {
    self.name = name
    location = URL(fileURLWithPath: (name as NSString).expandingTildeInPath)
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: location.path, isDirectory: &isFolder)
    guard !exists || (force && !isFolder.boolValue) else {
      throw Taken(name: name, isFolder: isFolder.boolValue)
    }
  }

  /// Writes the whole file or nothing. Throws `FileError`.
  func write(_ data: Data) throws { try AtomicFile.write(data, to: location) }

  /// The name is that of something else.
  struct Taken: Error, CustomStringConvertible {
    let name: String
    let isFolder: Bool
    var description: String {
      isFolder
        ? "\(name) is a folder; give the file another name"
        : "\(name) exists; give another name, or `--force` to write over it"
    }
  }
}
