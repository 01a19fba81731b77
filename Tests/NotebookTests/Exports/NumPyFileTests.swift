import Foundation
import Tensors
import Testing

@testable import Notebook

@Suite struct NumPyFileTests {
  /// Written by NumPy 2.4: `np.save(file, np.array([[1.5, -2.0]], dtype="<f4"))`.
  @Test func theBytesAreNumPys() {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }"
    var expected = Data([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 118, 0])
    expected += Data(header.padding(toLength: 117, withPad: " ", startingAt: 0).utf8) + [0x0A]
    expected += [0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0]
    #expect(NumPyFile.data(of: Tensor(Shape(["row": 1, "column": 2]), [1.5, -2])) == expected)
  }

  @Test(Python.needed(for: "numpy"), arguments: [[], [3], [2, 1, 4], [0, 2]])
  func numPyReadsEveryShape(sizes: [Int]) throws {
    let count = sizes.reduce(1, *)
    let shape = Shape(sizes.enumerated().map { Axis("a\($0.offset)", $0.element) })
    let values = (0..<count).map { Float($0) * 0.1 }
    let data = NumPyFile.data(of: Tensor(shape, values))
    #expect((data.count - 4 * count) % 64 == 0)
    let read = try #require(try Python.with("numpy")).run(
      "check_exports.py", on: data, ending: "npy")
    let sizes = sizes.map(String.init).joined(separator: ", ")
    let bits = values.map { String($0.bitPattern) }.joined(separator: ", ")
    #expect(read == "<f4 [\(sizes)] [\(bits)]\n")
  }
}
