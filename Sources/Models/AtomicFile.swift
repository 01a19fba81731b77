import Foundation

/// Writes files whole or not at all, and so that they are still there after a power cut.
package enum AtomicFile {
  /// How far a write has come.
  package enum Moment: Sendable {
    /// The file beside has a part of the bytes.
    case begun
    /// It has all of them, on the disk, under a name of its own.
    case written
    /// It has its name, on the disk.
    case renamed
  }
  /// Is told of every moment of a write to a file, as tests want that look at each.
  package typealias Observer = @Sendable (Moment, URL) -> Void

  /// What names of files and folders that are not complete yet begin with.
  package static let draftPrefix = ".new-"

  /// Writes to a temporary file beside `url` and renames it. Throws `FileError`; the old file, if
  /// any, is then untouched and nothing new is left behind.
  package static func write(_ data: Data, to url: URL, observer: Observer? = nil) throws {
    let folder = url.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(
      "\(draftPrefix)\(url.lastPathComponent)-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try fill(draft, with: data) { observer?(.begun, url) }
      observer?(.written, url)
      guard rename(draft.path, url.path) == 0 else { throw lastError }
      try synchronize(folder)
      observer?(.renamed, url)
    } catch {
      unlink(draft.path)
      throw FileError(url, "cannot be written: \(reason(error))")
    }
  }

  private static func fill(_ url: URL, with data: Data, isHalf: () -> Void) throws {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw lastError }
    defer { close(descriptor) }
    try append(data.prefix(data.count / 2), to: descriptor)
    isHalf()
    try append(data.dropFirst(data.count / 2), to: descriptor)
    guard fsync(descriptor) == 0 else { throw lastError }
  }

  /// Writes all of `data` to an open file. Throws the system's error; a part may then be written.
  package static func append(_ data: Data, to descriptor: Int32) throws {
    try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: data)
  }

  /// Puts the names in a folder onto the disk. Throws `POSIXError`.
  package static func synchronize(_ folder: URL) throws {
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastError }
    defer { close(descriptor) }
    // Some file systems cannot do it for folders, and need not.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw lastError }
  }

  /// What the system call that failed last said.
  package static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

  /// The system's own words ("No space left on device") where there are some.
  package static func reason(_ error: any Error) -> String {
    let error = error as NSError
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      underlying.domain == NSPOSIXErrorDomain
    {
      return String(cString: strerror(Int32(underlying.code)))
    }
    if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
    return error.localizedDescription
  }
}
