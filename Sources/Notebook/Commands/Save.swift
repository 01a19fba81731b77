import ArgumentParser
import Foundation

/// A picture, a tensor or a run's losses as a file for other programs.
package struct Save: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Save a picture (.svg, .png), a tensor (.npy) or a run's losses (.csv) as a file.",
    discussion: """
      For example: save pattern.svg blocks.0.attn.pattern[0, 2]
      A name or expression with one or two axes is drawn as a heat map; without one, .svg and .png take \
      the latest picture, .npy the tensor that the file is named after or else the latest value, .csv \
      the run that it is named after or else the desk's.
      """)

  @Argument(
    help: "The file to write.", completion: .file(extensions: SavedKind.allCases.map(\.rawValue)))
  var file: String
  @Argument(
    help: ArgumentHelp("A name or an expression; for .csv a run.", valueName: "run-or-value"))
  package var words: [String] = []
  @Flag(help: "Write over a file that exists.") var force = false
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    // In a cell, an expression's words keep their quotes.
    let name = file.first == "\"" || file.first == "'" ? try ShellWords.split(file)[0] : file
    let kind = try SavedKind(ofFile: name)
    let target = try OutputFile(name, force: force)
    let (content, data) = try content(kind, stem: Self.stem(of: name), in: session)
    try target.write(data)
    return SavedReport(file: name, content: content)
  }

  /// `loss` for `curves/loss.npy`.
  private static func stem(of file: String) -> String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  /// What is saved, in words and as bytes.
  private func content(
    _ kind: SavedKind, stem: String, in session: Session
  ) throws -> (content: String, data: Data) {
    switch kind {
    case .svg, .png:
      let figure = try figure(in: session)
      let picture = figure.picture
      return (figure.summary, kind == .svg ? Data(picture.svg.utf8) : try picture.png())
    case .npy:
      let labelled = try tensor(stem: stem, in: session)
      return ("tensor \(labelled.shape)", NumPyFile.data(of: labelled.tensor))
    case .csv:
      let run = try run(stem: stem, in: session)
      let steps = try session.recordedRun(run).numberedSteps
      let count = NumberFormat.counted(steps.count, "step")
      return ("\(count) of \(run)", Data(RunTable.csv(of: steps).utf8))
    }
  }

  private func figure(in session: Session) throws -> Figure {
    guard words.isEmpty else {
      let labelled = try tensor(in: session)
      return try placed { .heat([(title: "", map: try HeatMap(labelled))]) }
    }
    guard let figure = session.desk.figure else {
      throw NotYet(
        "nothing was drawn yet: `heat`, `hist`, `plot` and `losses` draw, or name a tensor")
    }
    return figure
  }

  private func tensor(stem: String, in session: Session) throws -> LabelledTensor {
    guard words.isEmpty else { return try tensor(in: session) }
    if let value = try? session.value(named: stem) { return try value.tensorValue() }
    guard let latest = session.desk.latest else {
      throw NotYet("there is no tensor '\(stem)' and no latest value; name what to save")
    }
    do { return try latest.tensorValue() } catch let complaint as Complaint {
      throw NotYet("the latest value is no tensor (\(complaint.message)); name what to save")
    }
  }

  private func run(stem: String, in session: Session) throws -> String {
    if let name = words.first {
      guard words.count == 1 else {
        throw NotYet("a .csv file holds one run, not \(words.count)")
      }
      return name
    }
    if (try? session.folder(ofRun: stem)) != nil { return stem }
    guard let run = try session.useModel().run else {
      throw NotYet("the model on the desk was not recorded; name a run")
    }
    return run
  }
}

/// What can be saved, by the ending of the file.
enum SavedKind: String, CaseIterable {
  case svg, png, npy, csv

  /// Throws `UnknownEnding`.
  init(ofFile name: String) throws {
    let ending = URL(fileURLWithPath: name).pathExtension
    guard let kind = SavedKind(rawValue: ending.lowercased()) else {
      throw UnknownEnding(file: name, ending: ending)
    }
    self = kind
  }
}

/// The file's ending does not say what to save.
struct UnknownEnding: Error, CustomStringConvertible {
  let file: String
  let ending: String

  var description: String {
    let endings = "pictures end in .svg or .png, tensors in .npy, a run's losses in .csv"
    guard !ending.isEmpty else { return "'\(file)' has no ending; \(endings)" }
    let nearest = Suggestion.nearest(to: ending, in: SavedKind.allCases.map(\.rawValue))
    return "nothing is saved as .\(ending)" + (nearest.map { "; did you mean .\($0)?" } ?? "")
      + "\n\(endings)"
  }
}

/// What was saved where.
struct SavedReport: Report {
  let file: String
  /// In words.
  let content: String

  func text(on page: Page) -> String { "written  \(file): \(content)" }
}
