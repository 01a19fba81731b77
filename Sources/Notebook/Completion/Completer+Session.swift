import Foundation
import Models

extension Completer {
  /// The completer of a session: its commands, and its names, lessons and runs at each Tab.
  ///
  /// - Throws: `DecodingError` if the commands' description cannot be read.
  package init(for session: Session) throws {
    self.init(
      root: try CommandTree(description: Glassbox._dumpHelp()),
      magics: try CommandTree(description: Magic._dumpHelp()),
      sources: CompletionSources(
        names: {
          session.knownNames + Function.all.map { $0.name + "(" } + Self.callables(of: session)
        },
        keys: { Function.named($0)?.keys.map { $0 + ": " } ?? [] },
        lessons: { LessonShelf(folder: session.home.lessons).lessons.map(\.id) },
        steps: { session.lesson?.lesson.steps.map(\.id) ?? [] },
        runs: { Self.names(in: session.workspace.runs) },
        terms: { ((try? session.terms()) ?? []).flatMap(\.names) }))
  }

  /// The parts of the model, as far as there is no tensor of their name.
  private static func callables(of session: Session) -> [String] {
    guard let model = session.desk.model?.model else { return [] }
    let names = Set(session.knownNames)
    return Piece.all(of: model.configuration).map(\.name).filter { !names.contains($0) }
      .map { $0 + "(" }
  }

  /// What lies in a folder, hidden entries left out.
  private static func names(in folder: URL) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.sorted().filter { !$0.hasPrefix(".") }
  }
}
