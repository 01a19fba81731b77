import Foundation

/// Repairs characters and white space; the words stay as they are.
package struct CleanStage: PipelineStage {
  package let name = "clean"
  package let summary =
    "repair encodings, line ends, control characters and blanks; bring Unicode to one form (NFC)"

  package init() {}

  package func apply(_ documents: [Document]) -> StageResult {
    .rewriting(documents) { document in
      let (text, counts) = Self.clean(document.text)
      return (text, counts.tallies)
    }
  }

  /// How often each repair was made.
  package struct Counts: Equatable, Sendable {
    package var byteOrderMarks = 0
    package var mojibake = 0
    package var carriageReturns = 0
    package var controls = 0
    package var noBreakSpaces = 0
    package var composed = 0
    package var trailingBlanks = 0
    package var blankLines = 0

    var tallies: [Tally] {
      [
        Tally("byte-order marks", byteOrderMarks), Tally("mojibake repaired", mojibake),
        Tally("carriage returns", carriageReturns), Tally("control characters", controls),
        Tally("no-break spaces", noBreakSpaces), Tally("scalars composed", composed),
        Tally("lines with trailing blanks", trailingBlanks), Tally("blank lines", blankLines),
      ]
    }
  }

  /// The clean text: no marks, no controls but tab and line feed, NFC, no blank at a line's end,
  /// at most one blank line in a row, one line feed at the end. Quotes stay as typed.
  package static func clean(_ text: String) -> (text: String, counts: Counts) {
    var counts = Counts()
    let repaired = MojibakeRepair.repair(text)
    counts.mojibake = repaired.restored
    let composed = compose(repaired.text, &counts)
    var lines = LineTidier()
    let bytes = dropInvisible(Array(composed.utf8), &counts)
    let tidy = lines.tidy(bytes)
    counts.trailingBlanks = lines.trailingBlanks
    counts.blankLines = lines.blankLines
    return (String(decoding: tidy, as: UTF8.self), counts)
  }

  /// NFC. Text without a byte of 0xCC or more has no scalar from U+0300 on and is in that form.
  private static func compose(_ text: String, _ counts: inout Counts) -> String {
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
    let composed = text.precomposedStringWithCanonicalMapping
    counts.composed = text.unicodeScalars.count - composed.unicodeScalars.count
    return composed
  }

  /// Line ends to line feeds; U+FEFF, zero-width spaces, soft hyphens and control characters out;
  /// no-break spaces to blanks; U+2028 and U+2029 to line feeds.
  private static func dropInvisible(_ bytes: [UInt8], _ counts: inout Counts) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    while index < bytes.count {
      let first = bytes[index]
      var length = 1
      switch first {
      case 0x0D:
        counts.carriageReturns += 1
        if byte(1) != 0x0A { output.append(0x0A) }
      case 0x0C:
        counts.controls += 1
        output.append(0x0A)
      case 0x09, 0x0A, 0x20...0x7E: output.append(first)
      case 0x00...0x1F, 0x7F: counts.controls += 1
      case 0xC2 where byte(1) < 0xA0:
        counts.controls += 1
        length = 2
      case 0xC2 where byte(1) == 0xA0:
        counts.noBreakSpaces += 1
        output.append(0x20)
        length = 2
      case 0xC2 where byte(1) == 0xAD:
        counts.controls += 1
        length = 2
      case 0xE2 where byte(1) == 0x80 && byte(2) == 0x8B:
        counts.controls += 1
        length = 3
      case 0xE2 where byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9):
        counts.controls += 1
        output.append(0x0A)
        length = 3
      case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF:
        counts.byteOrderMarks += 1
        length = 3
      default: output.append(first)
      }
      index += length
    }
    return output
  }
}

/// Cuts blanks at line ends and all but one of several blank lines, and ends with one line feed.
struct LineTidier {
  private(set) var trailingBlanks = 0
  private(set) var blankLines = 0

  mutating func tidy(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 1)
    var blanksPending = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var end = line.endIndex
      while end > line.startIndex && (line[end - 1] == 0x20 || line[end - 1] == 0x09) { end -= 1 }
      if end < line.endIndex { trailingBlanks += 1 }
      if end == line.startIndex {
        blanksPending += 1
        continue
      }
      if !output.isEmpty {
        let kept = min(1, blanksPending)
        for _ in 0..<kept { output.append(0x0A) }
        blankLines += blanksPending - kept
      } else {
        blankLines += blanksPending
      }
      blanksPending = 0
      output.append(contentsOf: line[line.startIndex..<end])
      output.append(0x0A)
    }
    blankLines += max(0, blanksPending - 1)
    return output
  }
}
