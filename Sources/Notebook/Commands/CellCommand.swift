import ArgumentParser

/// A command, declared once: it works as a notebook cell, in a lesson, and from the shell.
package protocol CellCommand: ParsableCommand {
  /// Carries the `--json` flag, so that every command's help lists it.
  var output: OutputOptions { get }

  /// Does the work. Throws a typed error whose description says what was wrong and what to do.
  func report(in session: Session) throws -> any Report
}

/// Options that every command takes.
package struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON for machines instead of text.")
  package var json = false

  package init() {}
}
