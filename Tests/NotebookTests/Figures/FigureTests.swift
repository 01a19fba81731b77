import Foundation
import Testing

@testable import Notebook

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FigureTests {
  /// A cell that draws, by the name of its snapshot.
  private static let cells = [
    ("heat-tokens", "heat blocks.0.attn.pattern[1, 0]"),
    ("heat-special", "heat log(reshape(arange(6), [2, 3]) - 1)"),
    ("plot", "plot [[1, 2, 4], [0, 1, 0]] + 0"),
    ("hist", "hist sqrt(blocks.0.attn.q.weight) --bins 3"),
  ]

  private func picture(_ cell: String) throws -> Picture {
    let result = testSession().run(cell: cell)
    return try #require(result.drawing, "\(result.text)").figure.picture
  }

  @Test(arguments: cells)
  func pictures(name: String, cell: String) throws {
    let picture = try picture(cell)
    #expect(XMLParser(data: Data(picture.svg.utf8)).parse())
    try expectSnapshot(picture.svg, name)
  }

  @Test(arguments: cells)
  func pixels(name: String, cell: String) throws {
    let picture = try picture(cell)
    let png = try picture.png()
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    func number(at index: Int) -> Int {
      png[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(number(at: 16) == 2 * picture.width)
    #expect(number(at: 20) == 2 * picture.height)
    #expect(png == (try picture.png()))
  }

  @Test func everyValueIsToldWhenPointedAt() throws {
    let svg = try picture("heat blocks.0.attn.pattern[1, 0]").svg
    let pattern = TestScope.pattern
    let row = pattern.tensor.values[9..<12].map { NumberFormat.exact($0) }
    for value in row { #expect(svg.contains(": \(value)</title>")) }
  }

  @Test func aLargeMatrixIsCutAndSaysSo() throws {
    let picture = try picture("heat zeros(100, 70)")
    #expect(picture.svg.contains("rows\u{A0}0\u{A0}to\u{A0}63\u{A0}of\u{A0}100"))
    #expect(picture.svg.components(separatedBy: "<title>").count - 1 == 64 * 64)
  }

  @Test func hostileNamesStayText() throws {
    let chart = LineChart(
      [.init("</svg><script>\"&\u{0}\u{FFFF}", [(0, 1), (1, 2)])], xTitle: "<b>")
    let svg = Figure.curves(chart).picture.svg
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(!svg.contains("<script") && !svg.contains("<b>"))
  }

  @Test func nothingToDrawIsSaid() {
    let svg = Figure.curves(LineChart([.init("", [(0, .nan)])])).picture.svg
    #expect(svg.contains("there\u{A0}are\u{A0}no\u{A0}points"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test func hugeAndEqualNumbersAreDrawn() {
    for points in [[(0.0, -3e38), (1, 3e38)], [(5, 5)], [(0, 1), (1, 1.0000001)]] {
      let svg = Figure.curves(LineChart([.init("", points)])).picture.svg
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test func panelsStandBesideAndBelowEachOther() throws {
    guard case .heat(let panels)? = testSession().run(cell: "heat zeros(40, 40)").drawing?.figure
    else { throw UnexpectedFigure() }
    func size(_ count: Int) -> (Int, Int) {
      let several = (0..<count).map { (title: "head \($0)", map: panels[0].map) }
      let picture = Figure.heat(several).picture
      return (picture.width, picture.height)
    }
    let (one, two, three, nine) = (size(1), size(2), size(3), size(9))
    // Forty cells of 10 pixels: two panels are as wide as a page.
    #expect(two.0 > one.0 && two.1 < 2 * one.1)
    #expect(three.0 == two.0 && three.1 > 2 * two.1)
    #expect(nine.0 < 1000 && nine.0 > one.0)
  }

  @Test func everyHeadHasAPanel() {
    let report = AttentionReport(
      layer: 0, tokens: ["a", " b"],
      heads: [[[1, 0], [0.5, 0.5]], [[1, 0], [0.25, 0.75]]])
    let svg = report.figure?.picture.svg ?? ""
    for text in ["head\u{A0}0", "head\u{A0}1", "query 1 ·b, key 0 a: 0.25"] {
      #expect(svg.contains(text))
    }
  }
}

/// Something else was drawn.
private struct UnexpectedFigure: Error {}
