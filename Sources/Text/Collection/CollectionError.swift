/// What can go wrong between a path and documents; each case says what, where, and what to do.
package enum CollectionError: Error, Equatable, CustomStringConvertible {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  case notAFile(path: String)
  /// Something is there, but no text in it; `reason` is the tally of why.
  case noText(path: String, reason: String)

  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such file or folder; check the path, or use tidewick, "
        + "the corpus that comes with the project"
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); check its permissions"
    case .notAFile(let path):
      "\(path): is neither a file nor a folder; give a text file or a folder of them"
    case .noText(let path, let reason):
      "\(path) holds no text: \(reason); give plain text, HTML, source code, "
        + "or conversations in YAML or JSONL"
    }
  }
}
