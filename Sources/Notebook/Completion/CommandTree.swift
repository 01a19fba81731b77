import Foundation

/// The declared commands as completion needs them: names, subcommands, options and what their values
/// are. Read from the declarations themselves, so that there is no second list to keep.
package struct CommandTree: Decodable, Sendable {
  package let commandName: String
  package let subcommands: [CommandTree]
  package let arguments: [Argument]

  /// One argument of a command, as it was declared.
  package struct Argument: Decodable, Sendable {
    package enum Kind: String, Decodable, Sendable { case positional, option, flag }

    package let kind: Kind
    package let isRepeating: Bool
    package let shouldDisplay: Bool
    /// As typed: `--steps`, `-n`.
    package let spellings: [String]
    package let valueName: String
    package let value: ValueKind
  }

  /// What can stand where an argument's value is typed.
  package enum ValueKind: Sendable, Equatable {
    case words([String])
    case file(extensions: [String])
    case folder
    /// Nothing was declared; the value's name may tell more.
    case unstated
  }

  /// The tree below a root command, from the description that swift-argument-parser gives of it.
  ///
  /// - Throws: `DecodingError` if the description is not of the expected form.
  package init(description: String) throws {
    self = try JSONDecoder().decode(Tool.self, from: Data(description.utf8)).command
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    commandName = try container.decode(String.self, forKey: .commandName)
    let children = try container.decodeIfPresent([CommandTree].self, forKey: .subcommands) ?? []
    let isShown = try container.decodeIfPresent(Bool.self, forKey: .shouldDisplay) ?? true
    subcommands = isShown ? children : []
    arguments = try container.decodeIfPresent([Argument].self, forKey: .arguments) ?? []
  }

  package func subcommand(named name: String) -> CommandTree? {
    subcommands.first { $0.commandName == name }
  }

  package func argument(spelled spelling: String) -> Argument? {
    arguments.first { $0.spellings.contains(spelling) }
  }

  private enum CodingKeys: String, CodingKey {
    case commandName, subcommands, arguments, shouldDisplay
  }

  private struct Tool: Decodable { let command: CommandTree }
}

extension CommandTree.Argument {
  private enum CodingKeys: String, CodingKey {
    case kind, isRepeating, shouldDisplay, names, valueName, allValues, completionKind
  }

  private struct Name: Decodable {
    let kind: String
    let name: String
    var spelling: String { (kind == "long" ? "--" : "-") + name }
  }

  /// `{"file": {"extensions": ["md"]}}`, one key a kind.
  private struct CompletionKind: Decodable {
    struct File: Decodable { let extensions: [String] }
    struct List: Decodable { let values: [String] }
    struct Folder: Decodable {}
    let file: File?
    let list: List?
    let directory: Folder?
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decode(Kind.self, forKey: .kind)
    isRepeating = try container.decode(Bool.self, forKey: .isRepeating)
    shouldDisplay = try container.decode(Bool.self, forKey: .shouldDisplay)
    spellings = (try container.decodeIfPresent([Name].self, forKey: .names) ?? []).map(\.spelling)
    valueName = try container.decodeIfPresent(String.self, forKey: .valueName) ?? ""
    let completion = try container.decodeIfPresent(CompletionKind.self, forKey: .completionKind)
    if let words = try container.decodeIfPresent([String].self, forKey: .allValues) {
      value = .words(words)
    } else if let list = completion?.list {
      value = .words(list.values)
    } else if let file = completion?.file {
      value = .file(extensions: file.extensions)
    } else if completion?.directory != nil {
      value = .folder
    } else {
      value = .unstated
    }
  }
}
