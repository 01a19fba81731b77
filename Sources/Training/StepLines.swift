import Foundation
import Kernels
import Models

/// `steps.jsonl`: one sealed line a step, each chained to the one before.
struct StepLines {
  /// Whole lines, in order.
  private(set) var records: [StepRecord] = []
  /// Where the last whole line ends, in bytes.
  private(set) var length = 0
  /// The last line's check, which the next one is chained to.
  private(set) var check: Fingerprint

  /// Reads and checks a file. A last line without an end was cut off by a crash and does not count:
  /// its step was never reported as done. Throws `FileError` naming the first damaged line.
  init(_ url: URL, chainStart: Fingerprint) throws {
    check = chainStart
    guard let contents = try? Data(contentsOf: url) else { throw FileError(url, "is missing") }
    let decoder = JSONDecoder()
    let newline = UInt8(ascii: "\n")
    while let end = contents[length...].firstIndex(of: newline) {
      guard let line = SealedJSON.open(Data(contents[length..<end]), after: check),
        let record = try? decoder.decode(StepRecord.self, from: line.json),
        record.step == records.count + 1
      else { throw FileError(url, "damaged at line \(records.count + 1)") }
      records.append(record)
      check = line.check
      length = end + 1
    }
  }

  /// What a line takes at most, in bytes.
  static func largestSize(tensors: Int) -> Int { 512 + tensors * WeightsProof.digits }

  /// A record as a line, and its check.
  static func line(
    _ record: StepRecord, after check: Fingerprint
  ) throws -> (bytes: Data, check: Fingerprint) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var (line, check) = SealedJSON.seal(try encoder.encode(record), after: check)
    line.append(UInt8(ascii: "\n"))
    return (line, check)
  }
}
