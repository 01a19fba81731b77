import Foundation
import Testing

@testable import Notebook

@Suite struct LineChartTests {
  /// Falling as losses do, made of exact operations only.
  private static let loss = LineChart.Series("train", points(51, every: 10, from: 2, speed: 0.2))
  private static let heldOut = LineChart.Series(
    "held out", points(6, every: 100, from: 2.5, speed: 2))

  private static func points(_ count: Int, every: Double, from: Double, speed: Double) -> [(
    x: Double, y: Double
  )] {
    (0..<count).map { index in
      let step = Double(index)
      return (x: step * every, y: from + 6 / (1 + step * speed))
    }
  }

  @Test func aLossCurve() throws {
    let text = LineChart([Self.loss], xTitle: "step").text(on: Page(width: 60))
    #expect(widest(text) <= 60)
    try expectSnapshot(text, "chart-one")
  }

  @Test func twoCurves() throws {
    let chart = LineChart([Self.loss, Self.heldOut], xTitle: "step", height: 8)
    try expectSnapshot(chart.text(on: Page(width: 50)), "chart-two")
    try expectSnapshot(chart.text(on: Page(width: 50, colour: .palette256)), "chart-two-256")
    try expectSnapshot(chart.text(on: Page(width: 50, colour: .full)), "chart-two-full")
  }

  @Test func whatCannotBeDrawnIsLeftOut() {
    let page = Page(width: 30)
    #expect(LineChart([]).text(on: page) == "there are no points to plot")
    #expect(LineChart([.init("x", [(0, .nan)])]).text(on: page) == "there are no points to plot")
    let huge = LineChart([.init("", [(0, -1e308), (1, 1e308), (2, .infinity)])], height: 3)
    #expect(widest(huge.text(on: page)) <= 30)
    let single = LineChart([.init("", [(3, 5)])], height: 1).text(on: page)
    #expect(single.contains("5") && single.contains("3"))
  }
}
