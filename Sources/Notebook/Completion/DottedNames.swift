/// Names such as `blocks.0.attn.q`, offered one part at a time as folders are.
enum DottedNames {
  /// The continuations of `prefix` up to the next dot; while there is only one and it ends with a
  /// dot, the parts below it are taken along.
  static func continuations(of prefix: String, in names: [String]) -> [String] {
    var reached = prefix
    while true {
      let found = Set(names.filter { $0.hasPrefix(reached) }.map { upToDot($0, after: reached) })
      guard found.count == 1, let only = found.first, only.hasSuffix("."), only != reached else {
        return found.sorted()
      }
      reached = only
    }
  }

  private static func upToDot(_ name: String, after prefix: String) -> String {
    let rest = name.dropFirst(prefix.count)
    guard let dot = rest.firstIndex(of: ".") else { return name }
    return String(name[...dot])
  }
}
