import Foundation
import Training

/// This program in a process of its own, for what only a whole process can tell.
struct OwnProcess {
  /// Where it works and keeps its workspace.
  let folder: URL

  /// The program did not do what it was called for.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What it prints when it is called with `words`, and how long it takes from its start to the end
  /// of what it prints. Throws `Failure` unless it exits with 0.
  func run(_ words: [String]) throws -> (output: Data, seconds: Double) {
    let process = Process()
    let output = Pipe()
    process.executableURL = Bundle.main.executableURL
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GLASSBOX_WORKSPACE": folder.appendingPathComponent("workspace").path
    ]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    let start = ContinuousClock.now
    do {
      try process.run()
    } catch {
      throw Failure(description: "this program cannot be started: \(error.localizedDescription)")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let seconds = (ContinuousClock.now - start).seconds
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "glassbox \(words.joined(separator: " ")) failed")
    }
    return (data, seconds)
  }
}
