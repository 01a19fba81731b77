import Foundation

/// Files and folders whose path begins with what was typed.
struct FileNames {
  /// The folder that relative names start from.
  let workingFolder: String

  /// Paths spelled as they were begun (relative, absolute or with `~`), folders without a final `/`.
  /// Hidden ones only if their dot was typed. With `extensions`, other files are left out; with
  /// `foldersOnly`, all files.
  func candidates(
    for typed: String, extensions: [String] = [], foldersOnly: Bool = false
  ) -> [String] {
    let (folder, beginning) = split(typed)
    let place = absolute(folder)
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return entries.sorted().filter { entry in
      guard entry.hasPrefix(beginning), beginning.hasPrefix(".") || !entry.hasPrefix(".") else {
        return false
      }
      if isFolder((place as NSString).appendingPathComponent(entry)) { return true }
      return !foldersOnly
        && (extensions.isEmpty || extensions.contains((entry as NSString).pathExtension))
    }.map { folder + $0 }
  }

  /// The folder with its final slash as typed, and the beginning of the name in it.
  private func split(_ typed: String) -> (folder: String, beginning: String) {
    guard let slash = typed.lastIndex(of: "/") else { return ("", typed) }
    return (String(typed[...slash]), String(typed[typed.index(after: slash)...]))
  }

  private func absolute(_ folder: String) -> String {
    let expanded = (folder as NSString).expandingTildeInPath
    if expanded.hasPrefix("/") { return expanded }
    return (workingFolder as NSString).appendingPathComponent(expanded)
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
