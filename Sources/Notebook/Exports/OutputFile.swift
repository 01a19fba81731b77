import Foundation
import Models

/// A file that a command writes for the person, and never over another one unasked.
struct OutputFile {
  /// As it was typed.
  let name: String
  private let location: URL

  /// Throws `Taken` if something of that name exists, unless `force` says to write over it, and
  /// `NoPlace` if its folder does not exist or cannot be written to.
  init(_ name: String, force: Bool) throws {
    self.name = name
    location = URL(fileURLWithPath: (name as NSString).expandingTildeInPath)
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: location.path, isDirectory: &isFolder)
    guard !exists || (force && !isFolder.boolValue) else {
      throw Taken(name: name, isFolder: isFolder.boolValue)
    }
    let folder = location.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else { throw NoPlace(name: name, why: "there is no folder \(folder)") }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw NoPlace(name: name, why: "nothing can be written into \(folder)")
    }
  }

  /// Writes the whole file or nothing. Throws `FileError`.
  func write(_ data: Data) throws { try AtomicFile.write(data, to: location) }

  /// There is nowhere to write it.
  struct NoPlace: Error, CustomStringConvertible {
    let name: String
    let why: String
    var description: String { "\(name) cannot be written: \(why)" }
  }

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
