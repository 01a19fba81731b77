/// Turns the decoded text of one file into its documents.
struct FileReader {
  let path: String
  let source: String
  let format: FileFormat
  let kind: DocumentKind

  /// Appends what `text` holds: one document, or one a line of a JSONL file (`file.jsonl#12`).
  func read(_ text: String, into collection: inout Collection) {
    switch format {
    case .plain, .html, .code: append(text, to: &collection)
    case .yaml: readYAML(text, into: &collection)
    case .jsonLines:
      let lines = ConversationFile.texts(jsonLines: text.withoutByteOrderMark)
      for line in lines.texts { append(line.text, suffix: "#\(line.line)", to: &collection) }
      for line in lines.rejected {
        collection.skipped.append(SkippedFile(path: "\(path)#\(line.line)", reason: line.reason))
      }
    }
  }

  /// All conversations of a YAML file make one document, a blank line between two.
  private func readYAML(_ text: String, into collection: inout Collection) {
    do {
      guard let list = try ConversationFile.conversations(yaml: text.withoutByteOrderMark),
        !list.isEmpty
      else {
        collection.skipped.append(SkippedFile(path: path, reason: "YAML without conversations"))
        return
      }
      append(list.map(\.rendered).joined(separator: "\n\n") + "\n", to: &collection)
    } catch {
      let reason = "not YAML: \(error)".split(separator: "\n").first.map(String.init) ?? "not YAML"
      collection.skipped.append(SkippedFile(path: path, reason: reason))
    }
  }

  private func append(_ text: String, suffix: String = "", to collection: inout Collection) {
    collection.documents.append(
      Document(id: path + suffix, source: source, kind: kind, text: text))
  }
}

extension String {
  /// The text after U+FEFF, which parsers of structured files trip over.
  fileprivate var withoutByteOrderMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
  }
}
