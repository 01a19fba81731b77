import ArgumentParser
import Foundation
import Models
import Text

/// Writes a run as a folder that other programs can load.
package struct Export: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Write a run in the Hugging Face layout, for transformers and others.")

  @Argument(help: "The run.")
  var run: String
  @Argument(help: "The folder to write.", completion: .directory)
  var folder: String
  @Flag(help: "Write into a folder that holds something, and over files of the same names.")
  var force = false
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let recorded = try session.recordedRun(run)
    if !force { try requireRoom() }
    let trainer = try RunPath(recorded, in: session).lastTrainer(in: session)
    let target = URL(fileURLWithPath: folder, isDirectory: true)
    let files = try HuggingFaceFolder.write(
      trainer.model, tokenizer: recorded.tokenizer, to: target)
    return ExportReport(
      run: run, folder: folder, architecture: files.architecture, files: files.names)
  }

  /// Throws `NotYet` if something is in the folder.
  private func requireRoom() throws {
    let there = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard let first = there.min() else { return }
    throw NotYet("\(folder) holds \(first); give another folder, or `--force` to write into it")
  }
}

/// Which files were written.
struct ExportReport: Report {
  let run: String
  let folder: String
  let architecture: String
  let files: [String]

  func text(on page: Page) -> String {
    "exported  \(run) as \(architecture)\nfiles     "
      + files.map { "\(folder)/\($0)" }.joined(separator: "\n          ")
  }
}
