import ArgumentParser

/// Which text is learnt from.
package struct DataOption: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: "Text to learn from: a source's name as for `collect`, or else a file or a folder.",
    completion: .file())
  var source: String?

  package init() {}
}
