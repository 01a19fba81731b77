import Foundation
import Testing

@testable import Notebook

/// No cell crashes or hangs the notebook. Of a million cells every 500th is tried, or with
/// `GLASSBOX_FUZZ=1000000` as many as it says (`make test-fuzz`).
@Suite struct FuzzTests {
  /// Commands that neither train, write nor fetch.
  private static let harmless = [
    "show", "heat", "hist", "stats", "names", "params", "plot", "encode", "decode", "lens",
    "attention", "flow", "ablate", "patch", "why",
  ]

  private static let count =
    ProcessInfo.processInfo.environment["GLASSBOX_FUZZ"].flatMap(Int.init) ?? ordinary
  private static let ordinary = 2_000
  private static let all = 1_000_000

  /// A new notebook begins after so many cells.
  private static let sitting = 300

  @Test func anyCellIsAnsweredAndMistakesHaveTheirPlace() throws {
    var findings: [String] = []
    var (done, refused, slowest) = (0, 0, Duration.zero)
    var session = try Self.session()
    for place in 0..<Self.count {
      if place % Self.sitting == 0 { session = try Self.session() }
      let number = place * max(1, Self.all / Self.count)
      let cell = CellGenerator.cell(number)
      guard Self.isHarmless(cell, in: session) else { continue }
      let start = ContinuousClock.now
      if let finding = Self.misplaced(cell, in: session) {
        findings.append("\(number): \(finding)")
      }
      _ = session.isUnfinished(CellLines(cell))
      let result = session.run(cell: cell)
      if result.status == .done { done += 1 } else { refused += 1 }
      if result.status != .done, !result.text.hasPrefix("error: ") {
        findings.append("\(number): \(cell)\n\(result.text)")
      }
      var time = ContinuousClock.now - start
      if time > .seconds(20) { findings.append("\(number) hung for \(time): \(cell.prefix(200))") }
      // What the machine was busy with is over the next time; what is slow is slow again.
      for _ in 0..<2 where time > .seconds(2) { time = min(time, Self.time(of: cell, in: session)) }
      slowest = max(slowest, time)
      if time > .seconds(2) { findings.append("\(number) took \(time): \(cell.prefix(200))") }
    }
    #expect(findings == [])
    #expect(done > Self.count / 10 && refused > Self.count / 10)
    guard Self.count > Self.ordinary else { return }
    print("fuzz: \(done) values, \(refused) mistakes, the slowest cell took \(slowest)")
  }

  private static func time(of cell: String, in session: Session) -> Duration {
    let start = ContinuousClock.now
    _ = session.run(cell: cell)
    return ContinuousClock.now - start
  }

  @Test func anyLineCanBeCompleted() throws {
    let completer = try Completer(for: Self.session())
    for number in 0..<200 {
      let line = CellGenerator.cell(number)
      let found = completer.completion(of: line, cursor: line.utf8.count)
      #expect((0...line.utf8.count).contains(found.start), "\(line)")
    }
  }

  private static func session() throws -> Session {
    let session = try ModelFixture.session(ModelFixture.llama)
    session.limits.elements = 1 << 18
    session.limits.products = 1 << 24
    session.limits.kept = 1 << 22
    session.limits.items = 1 << 12
    for cell in ["x = randn(2, 3)", "v = [1, 2, 3, 4]", "x"] { _ = session.run(cell: cell) }
    return session
  }

  /// Leaves out what trains, writes or reads files.
  private static func isHarmless(_ cell: String, in session: Session) -> Bool {
    switch session.kind(of: cell) {
    case .command(let name): harmless.contains(name)
    case .magic(let name, let range):
      name != SaveMagic.name && name != RunMagic.name
        && isHarmless(String(cell.dropFirst(range.upperBound)), in: session)
    case .blank, .help, .assignment, .unknownCommand, .expression: true
    }
  }

  /// What is wrong with an expression's error, if it is one.
  private static func misplaced(_ cell: String, in session: Session) -> String? {
    do {
      _ = try Evaluator.value(of: cell, in: session)
      return nil
    } catch let error as ExpressionError {
      let isInside = error.range.lowerBound >= 0 && error.range.lowerBound <= cell.count
      return isInside && !error.range.isEmpty && error.source == cell ? nil : "\(cell)\n\(error)"
    } catch {
      return "\(cell): \(error)"
    }
  }
}
