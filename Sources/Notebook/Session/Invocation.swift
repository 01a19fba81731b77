import ArgumentParser

/// A command after which, called from the shell, the notebook stays open: `glassbox lesson`.
package protocol NotebookOpening: CellCommand {}

/// What the program was asked to do, told from its arguments alone.
package enum Invocation: Equatable, Sendable {
  /// The notebook; `opening` are the words of a command to run first.
  case notebook(opening: [String])
  case command([String])
  /// Help or the version, to be printed as it is.
  case message(String)
  /// Arguments that make no sense, and the usage.
  case mistake(String)

  /// Reads the words behind the program's name.
  package init(words: [String]) {
    guard let first = words.first else {
      self = .notebook(opening: [])
      return
    }
    guard first.hasPrefix("-") || Self.knownWords.contains(first) else {
      let remedy = Suggestion.question(for: first, in: Self.knownWords)
      self = .mistake(
        "error: there is no command '\(first)'; \(remedy ?? "'glassbox help' lists the commands")")
      return
    }
    do {
      let parsed = try Glassbox.parseAsRoot(words)
      if parsed is any NotebookOpening {
        self = .notebook(opening: words)
      } else {
        self = .command(words)
      }
    } catch {
      let text = Glassbox.fullMessage(for: error)
      self =
        Glassbox.exitCode(for: error).isSuccess ? .message(text) : .mistake(Self.lowercased(text))
    }
  }

  /// The parser adds `help` to the declared commands by itself.
  private static let knownWords = Glassbox.commandNames + ["help"]

  /// `Error: …` as `error: …`, the way every other mistake is printed.
  private static func lowercased(_ message: String) -> String {
    guard message.hasPrefix("Error:") else { return message }
    return "e" + message.dropFirst()
  }
}

extension Session {
  /// Runs a command from the shell. Never throws: errors are results.
  package func run(words: [String]) -> CellResult {
    do {
      return CellResult(status: .done, text: try run(command: words))
    } catch {
      return CellResult(error: error)
    }
  }
}

extension CellResult {
  /// What a thrown error comes to: a status, and a text that says what was wrong.
  package init(error: any Error) {
    switch error {
    case let failure as CheckFailed:
      self.init(status: .checkFailed, text: failure.description)
    case let interruption as Interrupted:
      self.init(status: .interrupted, text: interruption.description)
    default:
      let code = Glassbox.exitCode(for: error)
      if code.isSuccess {
        self.init(status: .done, text: UsageText.answer(error))
      } else {
        let isUsage = code == .validationFailure
        let text = isUsage ? UsageText.mistake(error) : String(describing: error)
        self.init(status: .badInput, text: "error: \(text)")
      }
    }
  }
}
