import Foundation
import Models
import Text
import Training

extension Session {
  /// The tokenizer that a command is about: that of the run that was named, else the desk's, else
  /// that of the latest run, else the one that was saved last. The desk stays as it is. Throws
  /// `NotYet` if there is none, and what reading the file throws.
  func tokenizer(ofRun run: String?) throws -> Tokenizer {
    if let run {
      if let model = desk.model, model.run == run { return model.tokenizer }
      return try recordedRun(run).tokenizer
    }
    if let tokenizer = desk.tokenizer { return tokenizer }
    if let latestRun { return try recordedRun(latestRun).tokenizer }
    guard let latest = latestSavedTokenizer else {
      throw NotYet(
        "there is no tokenizer yet: `tokenizer` trains one, `--run` takes that of a recorded run")
    }
    return try savedTokenizer(latest)
  }

  /// The tokenizer that `tokenizer --name` saved. Throws `NotYet` with those there are if there is
  /// none of that name, and what reading the file throws.
  func savedTokenizer(_ name: String) throws -> Tokenizer {
    let names = savedTokenizerNames
    guard names.contains(name) else {
      throw NotYet(
        "there is no tokenizer '\(name)'"
          + (names.isEmpty
            ? " in this workspace; `tokenizer` trains one"
            : "; there are "
              + names.joined(separator: ", ")))
    }
    return try TokenizerFile.load(from: file(ofTokenizer: name).path)
  }

  /// Saves a tokenizer in the workspace, in place of one of the same name, which must be one that
  /// `TrainingRequest.isName` allows. Throws `FileError`, or `LessonsOwn`.
  func save(_ tokenizer: Tokenizer, as name: String) throws {
    try checkReplacing(tokenizer: name)
    let text = TokenizerFile.text(of: tokenizer)
    try AtomicFile.write(Data(text.utf8), to: file(ofTokenizer: name))
  }

  private func file(ofTokenizer name: String) -> URL {
    workspace.tokenizers.appendingPathComponent(name + ".json")
  }

  private var savedTokenizerNames: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: workspace.tokenizers.path)
    return (files ?? []).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(".json".count)) }.filter(TrainingRequest.isName).sorted()
  }

  /// The tokenizer whose file changed last; ties by name. A lesson's cell finds its lesson's only.
  private var latestSavedTokenizer: String? {
    let dated = findable(savedTokenizerNames) { $0.tokenizers }.map { name in
      let path = file(ofTokenizer: name).path
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return (name, attributes?[.modificationDate] as? Date ?? .distantPast)
    }
    return dated.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }
}
