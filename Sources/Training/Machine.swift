import Foundation

/// The program's version, as recorded in every run.
package enum Version {
  package static let current = "0.1.0"
}

/// What the numbers were computed on, for the record.
package enum Machine {
  /// System, processor architecture and processor count.
  package static var description: String {
    #if arch(x86_64)
      let architecture = "x86-64"
    #elseif arch(arm64)
      let architecture = "arm64"
    #else
      let architecture = "another architecture"
    #endif
    let process = ProcessInfo.processInfo
    return "\(process.operatingSystemVersionString), \(architecture),"
      + " \(process.activeProcessorCount) processors"
  }
}
