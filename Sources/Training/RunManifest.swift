import Foundation
import Kernels

/// `run.json`: what was asked, what it was asked of, and who did it. The file carries a check of its
/// own bytes.
package struct RunManifest: Codable, Equatable, Sendable {
  /// The layout of run folders that this program writes and reads.
  package static let currentFormat = 4

  package let format: Int
  package internal(set) var request: TrainingRequest
  /// Of the files written before the first step, by name.
  package let files: [String: Fingerprint]
  package let data: Fingerprint
  package let tokenizer: Fingerprint
  /// Of the base's weights, which an adapter leaves as they are; of the starting weights else.
  package let base: Fingerprint
  /// The program's version, the kernels it was built with, and the machine: for the record, they do
  /// not change the result.
  package let program: String
  package let kernels: String
  package let machine: String

  /// The bytes of `run.json`.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return SealedJSON.seal(try encoder.encode(self)).bytes
  }

  /// What the first step's line is chained to: a record of other steps does not fit here.
  package var chainStart: Fingerprint { Fingerprint(combining: [data, tokenizer, base]) }

  /// Why a replay may differ although every file of the run is whole: what is likeliest first.
  var doubt: String {
    let files = "the run's files are whole"
    if program != Version.current {
      return "\(files), but version \(program) of the program made it, and this is"
        + " \(Version.current)"
    }
    let remedy = "run the program's own tests (`make test`) on this machine"
    if kernels != Build.current.rawValue {
      return "\(files), but kernels built as \(kernels) made it, and these are"
        + " \(Build.current.rawValue): they should give the same bits, so \(remedy)"
    }
    if machine != Machine.description {
      return "\(files), but another machine made it (\(machine)): it should give the same bits,"
        + " so \(remedy)"
    }
    return "\(files), and this version on this machine made it: either the program's code was"
      + " changed since without a new version, or the machine computed wrongly; \(remedy)"
  }
}
