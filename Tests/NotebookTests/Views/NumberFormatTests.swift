import Testing

@testable import Notebook

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.16666, "0.1667"), (123456, "123456"),
    (1234567, "1.235e+06"), (0.00001234567, "1.235e-05"), (0.000123456, "0.0001235"),
    (99999.5, "100000"), (0.99996, "1"), (9.9996, "10"), (1e-300, "1e-300"),
    (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (-0.0, "0"), (5e-324, "5e-324"),
    (1e22, "1e+22"),
  ])
  func short(value: Double, expected: String) {
    #expect(NumberFormat.short(value) == expected)
  }

  @Test func exactIsAsShortAsItCanBe() {
    #expect(NumberFormat.exact(3.0) == "3")
    #expect(NumberFormat.exact(Float(0.1)) == "0.1")
    #expect(NumberFormat.exact(0.1 + 0.2) == "0.30000000000000004")
    #expect(NumberFormat.exact(1e-5) == "1e-05")
    #expect(NumberFormat.exact(1e16) == "1e+16")
  }

  @Test(
    arguments: [
      ([1, 2, 30], ["1", "2", "30"]),
      ([0.5, 0.25, 0], ["0.5000", "0.2500", "0"]),
      ([1234.5, 0.1], ["1234.5", "0.1"]),
      ([0.01234, 0.001], ["0.01234", "0.00100"]),
      ([0.00012345, -0.00001], ["0.0001235", "-0.0000100"]),
      ([0.000012345, 0], ["1.235e-05", "0"]),
      ([1e7, 1.5], ["1.000e+07", "1.500e+00"]),
      ([.nan, 1.5, -.infinity], ["nan", "1.5000", "-inf"]),
      ([0.00001234, 5], ["1.2e-05", "5.0000"]), ([], []),
    ] as [([Float], [String])])
  func column(values: [Float], expected: [String]) {
    #expect(NumberFormat.column(values) == expected)
  }

  @Test func sharesAndCounts() {
    #expect(NumberFormat.percent(0.1249) == "12.5%")
    #expect(NumberFormat.percent(1) == "100.0%")
    #expect(NumberFormat.percent(935_037.0 / 935_040) == ">99.9%")
    #expect(NumberFormat.percent(0.9994) == "99.9%")
    #expect(NumberFormat.grouped(1_234_567) == "1 234 567")
    #expect(NumberFormat.grouped(-999) == "-999")
  }
}
