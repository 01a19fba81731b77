import Foundation

/// A file system in memory that is soon full; it goes with its last owner.
final class SmallDisk {
  let folder: URL

  struct Failure: Error {}

  /// Mounts it on a folder. Throws `Failure` where that is not allowed.
  init(_ folder: URL, kilobytes: Int) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.call("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path])
  }

  func resize(kilobytes: Int) throws {
    try Self.call("mount", ["-o", "remount,size=\(kilobytes)k", folder.path])
  }

  private static func call(_ program: String, _ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
  }

  deinit { try? Self.call("umount", [folder.path]) }
}
