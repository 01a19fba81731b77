/// The difference of two texts in the form that `diff -u` prints and `patch` reads.
package enum UnifiedDiff {
  private struct Edit {
    /// ` `, `-` or `+`.
    let sign: Character
    let line: String
  }
  /// Compared by bytes; `String` would take differently composed letters for equal.
  private struct Line: Hashable {
    let bytes: [UInt8]
    init(_ text: String) { bytes = Array(text.utf8) }
  }

  /// The hunks with `context` equal lines around each change, under a header with both names; nil if
  /// the texts are equal. Time O((n + m) d) for d changed lines (Myers 1986, by the standard
  /// library's `difference`).
  package static func text(
    from old: [String], named oldName: String, to new: [String], named newName: String,
    context: Int = 3
  ) -> String? {
    let edits = edits(from: old, to: new)
    let changed = edits.indices.filter { edits[$0].sign != " " }
    guard !changed.isEmpty else { return nil }
    var lines = ["--- \(oldName)", "+++ \(newName)"]
    var hunk = changed[0]...changed[0]
    for index in changed.dropFirst() {
      if index - hunk.upperBound <= 2 * context {
        hunk = hunk.lowerBound...index
      } else {
        lines += self.hunk(hunk, of: edits, context: context)
        hunk = index...index
      }
    }
    lines += self.hunk(hunk, of: edits, context: context)
    return lines.joined(separator: "\n")
  }

  private static func edits(from old: [String], to new: [String]) -> [Edit] {
    let difference = new.map(Line.init).difference(from: old.map(Line.init))
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if oldIndex < old.count, removed.contains(oldIndex) {
        edits.append(Edit(sign: "-", line: old[oldIndex]))
        oldIndex += 1
      } else if newIndex < new.count, inserted.contains(newIndex) {
        edits.append(Edit(sign: "+", line: new[newIndex]))
        newIndex += 1
      } else {
        edits.append(Edit(sign: " ", line: old[oldIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    return edits
  }

  private static func hunk(
    _ changed: ClosedRange<Int>, of edits: [Edit], context: Int
  ) -> [String] {
    let first = max(0, changed.lowerBound - context)
    let last = min(edits.count - 1, changed.upperBound + context)
    let shown = edits[first...last]
    let before = edits[..<first]
    let old = range(
      after: before.count { $0.sign != "+" }, count: shown.count { $0.sign != "+" })
    let new = range(
      after: before.count { $0.sign != "-" }, count: shown.count { $0.sign != "-" })
    return ["@@ -\(old) +\(new) @@"] + shown.map { "\($0.sign)\($0.line)" }
  }

  /// `12,3`: an empty range is named by the line before it.
  private static func range(after before: Int, count: Int) -> String {
    let first = count == 0 ? before : before + 1
    return count == 1 ? "\(first)" : "\(first),\(count)"
  }
}
