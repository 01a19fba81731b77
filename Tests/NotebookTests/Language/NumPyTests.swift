import Foundation
import Tensors
import Testing

@testable import Notebook

/// Expressions that `Tools/fixtures/expressions.py` made, against what NumPy makes of them.
@Suite struct NumPyTests {
  private struct Fixture: Decodable {
    struct Variable: Decodable {
      let sizes: [Int]
      let values: [Number]
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        sizes = try container.decode([Int].self)
        values = try container.decode([Number].self)
      }
    }
    struct Case: Decodable {
      let cell: String
      let shape: [Int]?
      let values: [Number]?
      let error: String?
    }
    let variables: [String: Variable]
    let cases: [Case]
  }

  /// A number, or the text `nan`, `inf` or `-inf`.
  private struct Number: Decodable {
    let value: Float
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        value = Float(text) ?? .nan
      } else {
        value = try container.decode(Float.self)
      }
    }
  }

  private struct Scope: NameScope {
    let variables: [String: Value]
    func value(named name: String) -> Value? { variables[name] }
    var knownNames: [String] { variables.keys.sorted() }
  }

  private static func load() throws -> Fixture {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("Fixtures/expressions.json")
    return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
  }

  @Test
  func valuesShapesAndErrorsAreThoseOfNumPy() throws {
    let fixture = try Self.load()
    let scope = Scope(
      variables: fixture.variables.mapValues { variable in
        let axes = variable.sizes.enumerated().map { Axis("axis\($0.offset)", $0.element) }
        return Value(Tensor(Shape(axes), variable.values.map(\.value)))
      })
    var differences: [String] = []
    for item in fixture.cases {
      let found: LabelledTensor
      do {
        let value = try Evaluator.value(of: item.cell, in: scope)
        if case .truth(let truth) = value {
          found = LabelledTensor(Tensor(scalar: truth ? 1 : 0))
        } else {
          found = try value.tensorValue()
        }
      } catch let error as ExpressionError {
        if item.error == nil { differences.append("\(item.cell): \(error)") }
        if item.error == "broadcast", !error.message.contains("do not fit together") {
          differences.append("\(item.cell): \(error)")
        }
        continue
      }
      guard let shape = item.shape, let values = item.values else {
        differences.append("\(item.cell): \(found.shape), where NumPy has an error")
        continue
      }
      if found.shape.sizes != shape {
        differences.append("\(item.cell): \(found.shape) instead of \(shape)")
      } else if !zip(found.tensor.values, values).allSatisfy({ isNear($0, $1.value) }) {
        differences.append("\(item.cell): \(found.tensor.values) instead of \(values)")
      }
    }
    #expect(fixture.cases.count > 3000)
    #expect(differences == [])
  }

  private func isNear(_ found: Float, _ expected: Float) -> Bool {
    found == expected || (found.isNaN && expected.isNaN)
      || (found - expected).magnitude <= 1e-4 * expected.magnitude + 1e-6
  }
}
