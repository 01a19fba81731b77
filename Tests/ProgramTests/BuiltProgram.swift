import Foundation

/// The `glassbox` that was built together with these tests, and a way to call it without a terminal.
enum BuiltProgram {
  /// What a call came to.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program was not built.
  struct NotBuilt: Error, CustomStringConvertible {
    let searched: [String]
    var description: String { "no glassbox beside the tests: \(searched.joined(separator: ", "))" }
  }

  /// The products lie in one folder: the test bundle, or the executable in it, beside the program.
  static func url() throws -> URL {
    let starts =
      [Bundle.main.bundleURL, URL(fileURLWithPath: CommandLine.arguments[0])]
      + Bundle.allBundles.map(\.bundleURL)
    var searched: [String] = []
    for start in starts {
      var folder = start.resolvingSymlinksInPath()
      for _ in 0..<4 where folder.path != "/" {
        let program = folder.appendingPathComponent("glassbox")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return program
        }
        searched.append(program.path)
        folder.deleteLastPathComponent()
      }
    }
    throw NotBuilt(searched: searched)
  }

  /// Calls the program with `input` on its standard input and waits for its end.
  static func run(
    _ words: [String] = [], input: String = "", at place: Place, extra: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = try url()
    process.arguments = words
    process.environment = place.environment.merging(extra) { $1 }
    process.currentDirectoryURL = place.root
    let (typed, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = typed
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    typed.fileHandleForWriting.write(Data(input.utf8))
    try typed.fileHandleForWriting.close()
    // What these tests print fits into a pipe's buffer, so one stream can be read after the other.
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: complaints, as: UTF8.self))
  }
}
