import Testing

@testable import Notebook

/// What a cell may take, and Ctrl-C.
@Suite struct LimitTests {
  /// The first line of what a cell answers.
  private func answer(_ cell: String, in session: Session) -> String {
    String(session.run(cell: cell).text.prefix { $0 != "\n" })
  }

  @Test(arguments: [
    "zeros(1000000, 1000000)", "zeros(4294967296, 4294967296, 4294967296)", "arange(1e9)",
    "ones(0, 9e18, 9e18)", "reshape(ones(0), 0, 9e18, 9e18)", "randn(1e6, 1e6)",
    "onehot(arange(100000), 100000)", "causal(100000)",
    "ones(9000, 1) + ones(9000)", "ones(9000, 1) @ ones(1, 9000)",
    "exp(ones(8000, 8000)) + exp(ones(8000, 8000))",
  ])
  func tooManyNumbers(cell: String) {
    let text = answer(cell, in: testSession())
    #expect(text.contains("too many"), "\(text)")
  }

  @Test func tooManyProducts() {
    let session = testSession()
    session.limits.products = 1000
    #expect(session.run(cell: "ones(10, 10) @ ones(10, 10)").status == .done)
    #expect(
      answer("ones(10, 10) @ ones(10, 11)", in: session)
        == "error: this takes more than 1 000 multiply-adds, the limit of a cell")
  }

  @Test func tooMuchKept() {
    let session = testSession()
    session.limits.kept = 1000
    #expect(session.run(cell: "a = ones(600)").status == .done)
    #expect(session.run(cell: "b = a").status == .done, "the same numbers count once")
    #expect(
      session.run(cell: "c = ones(600)").text == """
        error: variables and outputs would hold 1 200 numbers; there is room for 1 000
          c = ones(600)
          ^^^^^^^^^^^^^
        '%reset out' lets go of the outputs, '%reset' of the variables too
        """)
    #expect(session.run(cell: "%reset").text == "forgotten: 2 variables, 0 outputs")
    #expect(session.run(cell: "c = ones(600)").status == .done)
  }

  @Test func listsThatGrowByThemselvesEndInAnError() {
    let session = testSession()
    _ = session.run(cell: "x = [1, 2]")
    let wide = (0..<40).map { _ in session.run(cell: "x = [x, x]").status }
    #expect(wide.contains(.badInput))
    #expect(session.run(cell: "x").text.count < 4000)
    _ = session.run(cell: "y = [1]")
    let deep = (0..<40).map { _ in session.run(cell: "y = [y]").status }
    #expect(deep.filter { $0 == .done }.count == Limits.listDepth - 1)
    _ = session.run(cell: "t = ones(5000, 1000)")
    let many = Array(repeating: "t", count: 100).joined(separator: ", ")
    #expect(answer("[\(many)] + 1", in: session).contains("too many numbers for a list"))
    _ = session.run(cell: "s = \"ferry\"")
    let long = (0..<30).map { _ in session.run(cell: "s = s + s").status }
    #expect(long.contains(.badInput))
  }

  @Test func controlCStopsAnExpression() {
    let console = ImpatientConsole()
    let session = testSession()
    session.console = console
    let result = session.run(cell: "ones(4000, 4000) @ ones(4000, 4000)")
    #expect(result.status == .interrupted)
    #expect(session.desk.outputs.isEmpty)
  }
}

/// A console at which Ctrl-C was typed a moment ago.
private final class ImpatientConsole: Console {
  private var looks = 0
  func stream(_ text: String) {}
  func showProgress(_ line: String?) {}
  func ask(_ prompt: String) -> String? { nil }
  var isInterrupted: Bool {
    looks += 1
    return looks > 3
  }
}
