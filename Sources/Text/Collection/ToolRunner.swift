import Foundation

/// Runs the programs of the machine that fetch and unpack. Nothing they say reaches the terminal.
struct ToolRunner {
  /// Where programs are sought, and what they are given.
  let environment: [String: String]
  /// After so many seconds a program is stopped.
  let timeout: Int
  /// Asked many times a second; true stops the program.
  let isCancelled: @Sendable () -> Bool

  struct Outcome {
    let status: Int
    let output: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The last line that says something.
    var lastLine: String {
      let lines = text.split(whereSeparator: \.isNewline)
      let telling = lines.last { $0.hasPrefix("E:") || $0.hasPrefix("ERROR") } ?? lines.last
      return telling.map { String($0.prefix(200)) } ?? "it said nothing"
    }
  }

  /// The program's path, or nil when `PATH` has none of that name.
  func locate(_ tool: String) -> String? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/\(tool)"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return nil
  }

  /// Runs `tool` in `folder` and waits for its end.
  /// - Parameters:
  ///   - debianPackage: what to install when the tool is missing.
  ///   - mergesErrors: whether what it says on its error stream is part of the output.
  func run(
    _ tool: String, _ arguments: [String], in folder: URL, debianPackage: String,
    mergesErrors: Bool = true
  ) throws(FetchError) -> Outcome {
    guard let path = locate(tool) else {
      throw .toolMissing(tool: tool, debianPackage: debianPackage)
    }
    let log = folder.appendingPathComponent(".output-\(tool)")
    guard FileManager.default.createFile(atPath: log.path, contents: nil),
      let handle = try? FileHandle(forWritingTo: log)
    else { throw .cacheUnwritable(path: folder.path, reason: "no file can be made in it") }
    defer {
      try? handle.close()
      try? FileManager.default.removeItem(at: log)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["LC_ALL": "C"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = mergesErrors ? handle : FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .toolFailed(command: tool, status: -1, lastLine: "it could not be started")
    }
    try wait(for: process, tool)
    let output = (try? Data(contentsOf: log)) ?? Data()
    return Outcome(status: Int(process.terminationStatus), output: [UInt8](output))
  }

  private func wait(for process: Process, _ tool: String) throws(FetchError) {
    let start = Date()
    while process.isRunning {
      let isLate = Date().timeIntervalSince(start) > Double(timeout)
      let isStopped = isCancelled()
      if isLate || isStopped {
        stop(process)
        if isStopped { throw .cancelled(package: tool) }
        throw .timedOut(command: tool, seconds: timeout)
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// Asks the program to end, and ends it when it has not within two seconds.
  private func stop(_ process: Process) {
    process.terminate()
    let start = Date()
    while process.isRunning && Date().timeIntervalSince(start) < 2 {
      Thread.sleep(forTimeInterval: 0.01)
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}
