import Foundation

/// What a peer is asked to do; `Tools/bench/peer.py` says what each work is.
struct PeerRequest: Encodable, Sendable {
  enum Work: String, Encodable, Sendable {
    case step, product, peak
    case bpeTraining = "bpe-train"
    case bpeEncoding = "bpe-encode"
    case importing = "import"
  }
  let start: Work
  var shape: TrainingShape?
  /// Whether the peer may compile its model before.
  var compile = false
  var size: Int?
  var text: String?
  var ranks: String?
  var vocabulary: Int?
  var threads = 1
  /// How often in a row a round does its work; it gives the mean.
  var repeats = 1

  private enum CodingKeys: String, CodingKey {
    case start, compile, size, text, ranks, vocabulary, threads, repeats
  }

  func encode(to encoder: any Encoder) throws {
    try shape?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(start, forKey: .start)
    try container.encode(compile, forKey: .compile)
    try container.encodeIfPresent(size, forKey: .size)
    try container.encodeIfPresent(text, forKey: .text)
    try container.encodeIfPresent(ranks, forKey: .ranks)
    try container.encodeIfPresent(vocabulary, forKey: .vocabulary)
    try container.encode(threads, forKey: .threads)
    try container.encode(repeats, forKey: .repeats)
  }
}

/// Python's libraries in a process of their own, which is asked one line of JSON at a time.
final class Peer {
  /// The peer cannot do what it was asked for.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private struct Answer: Decodable {
    let name: String?
    let seconds: Double?
    let bytes: Double?
    let count: Int?
    let error: String?
  }

  private let python: String
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()
  private var unread = Data()

  /// Starts `python` on a script. Throws `Failure` if no process can be started; that there is no
  /// such program is told by the first question.
  init(python: String, script: URL) throws {
    self.python = python
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script.path]
    process.standardInput = requests
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Failure(description: "\(python) cannot be started: \(error.localizedDescription)")
    }
  }

  deinit {
    try? requests.fileHandleForWriting.close()
    process.terminate()
  }

  /// Makes the peer ready for some work, and returns what it calls itself.
  /// Throws `Failure` if it cannot do that, and `Interrupted` after Ctrl-C.
  func start(_ request: PeerRequest, in session: Session) throws -> String {
    try ask(request, in: session).name ?? "peer"
  }

  /// Has the work done once more. Throws as `start`.
  func round(in session: Session) throws -> Contest.Round {
    let answer = try ask(["round": true], in: session)
    guard let value = answer.seconds ?? answer.bytes else {
      throw Failure(description: "the peer gave no figure")
    }
    return Contest.Round(value: value, count: answer.count)
  }

  private func ask(_ question: some Encodable, in session: Session) throws -> Answer {
    let line = try JSONEncoder().encode(question) + Data([newline])
    // A peer that has ended must not end this program too.
    let former = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, former) }
    guard (try? requests.fileHandleForWriting.write(contentsOf: line)) != nil else { throw ended() }
    let answer = try JSONDecoder().decode(Answer.self, from: nextLine(in: session))
    if let error = answer.error { throw Failure(description: error) }
    return answer
  }

  private let newline = UInt8(ascii: "\n")

  private func nextLine(in session: Session) throws -> Data {
    let handle = answers.fileHandleForReading
    while true {
      if let end = unread.firstIndex(of: newline) {
        defer { unread = Data(unread[(end + 1)...]) }
        return unread[..<end]
      }
      try session.checkInterrupt()
      var state = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 100) > 0 else { continue }
      let more = handle.availableData
      if more.isEmpty { throw ended() }
      unread += more
    }
  }

  private func ended() -> Failure {
    process.waitUntilExit()
    // What `env` says when there is no such program.
    let isMissing = process.terminationStatus == 127
    return Failure(description: isMissing ? "there is no program \(python)" : "the peer has ended")
  }
}
