import Foundation

/// Writes files whole or not at all.
package enum AtomicFile {
  /// Writes to a temporary file beside `url` and renames it. Throws `FileError`; the old file, if
  /// any, is then untouched and nothing new is left behind.
  package static func write(_ data: Data, to url: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url, options: .atomic)
    } catch {
      throw FileError(url, "cannot be written: \(reason(error))")
    }
  }

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
