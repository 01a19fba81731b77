/// A path pattern: `*` and `?` stay inside one folder, `**` crosses folders.
package struct Glob: Equatable, Sendable {
  package let pattern: String

  package init(_ pattern: String) {
    self.pattern = pattern
  }

  /// Whether the whole of `path` (relative, `/`-separated) fits. Time grows with the product of
  /// the two lengths, whatever the pattern.
  package func matches(_ path: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let path = Array(path.utf8)
    let star = UInt8(ascii: "*")
    let slash = UInt8(ascii: "/")
    // reachable[j]: the pattern so far fits the first j bytes of the path.
    var reachable = [Bool](repeating: false, count: path.count + 1)
    reachable[0] = true
    var index = 0
    while index < pattern.count {
      var next = [Bool](repeating: false, count: path.count + 1)
      let isDouble =
        pattern[index] == star && index + 1 < pattern.count && pattern[index + 1] == star
      if pattern[index] == star {
        index += isDouble ? 2 : 1
        // `**/` also fits no folder at all.
        let crossesNone = isDouble && index < pattern.count && pattern[index] == slash
        for end in 0...path.count {
          let fromBefore =
            end > 0 && next[end - 1] && (isDouble || path[end - 1] != slash)
          next[end] = reachable[end] || fromBefore
        }
        if crossesNone {
          index += 1
          var after = reachable
          for end in 1..<max(1, path.count + 1) where next[end - 1] && path[end - 1] == slash {
            after[end] = true
          }
          next = after
        }
      } else {
        for end in stride(from: 1, through: path.count, by: 1) where reachable[end - 1] {
          let byte = path[end - 1]
          next[end] =
            byte == pattern[index] || (pattern[index] == UInt8(ascii: "?") && byte != slash)
        }
        index += 1
      }
      reachable = next
    }
    return reachable[path.count]
  }
}
