import Foundation
import Training

/// A field in which two runs' requests are not the same, as `run.json` has it.
struct RequestDifference: Encodable, Equatable {
  /// `schedule.peak`
  let field: String
  /// Nil where a request does not have the field.
  let values: [String?]

  /// Every field in which two runs differ but their names, sorted.
  static func all(_ one: RunManifest, _ other: RunManifest) throws -> [RequestDifference] {
    differences(try fields(of: one), try fields(of: other)) { $0 == "name" }
  }

  private static func fields(of manifest: RunManifest) throws -> [String: String] {
    var fields = try fields(of: manifest.request)
    fields["data"] = "\(manifest.data)"
    fields["tokenizer"] = "\(manifest.tokenizer)"
    fields["starting weights"] = "\(manifest.base)"
    return fields
  }

  /// Every field in which two requests differ but their names and where they began, sorted.
  static func all(_ one: TrainingRequest, _ other: TrainingRequest) throws -> [RequestDifference] {
    differences(try fields(of: one), try fields(of: other)) {
      ["name", "base"].contains($0) || $0.hasPrefix("origin.")
    }
  }

  private static func differences(
    _ one: [String: String], _ other: [String: String], besides isLeftOut: (String) -> Bool
  ) -> [RequestDifference] {
    Set(one.keys).union(other.keys).sorted()
      .filter { one[$0] != other[$0] && !isLeftOut($0) }
      .map { RequestDifference(field: $0, values: [one[$0], other[$0]]) }
  }

  private static func fields(of request: TrainingRequest) throws -> [String: String] {
    let json = try JSONDecoder().decode(JSONField.self, from: JSONEncoder().encode(request))
    // A fork began with the weights that it says, and its steps are numbered on.
    var fields = Dictionary(
      json.leaves.filter { !$0.text.isEmpty }.map { ($0.name, $0.text) },
      uniquingKeysWith: { first, _ in first })
    fields["steps"] = "\(request.position(of: request.steps))"
    fields["origin.weights"] = nil
    return fields
  }
}

/// Any JSON, as far as its fields are to be compared.
private enum JSONField: Decodable {
  case leaf(String)
  case list([JSONField])
  case object([String: JSONField])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      self = .leaf("\(truth)")
    } else if let whole = try? container.decode(UInt64.self) {
      self = .leaf("\(whole)")
    } else if let number = try? container.decode(Double.self) {
      self = .leaf(NumberFormat.exact(number))
    } else if let text = try? container.decode(String.self) {
      self = .leaf(text)
    } else if let items = try? container.decode([JSONField].self) {
      self = .list(items)
    } else {
      self = .object(try container.decode([String: JSONField].self))
    }
  }

  /// Fields inside fields as `schedule.peak`.
  var leaves: [(name: String, text: String)] {
    switch self {
    case .leaf(let text): return [("", text)]
    case .list(let items):
      return [("", items.flatMap(\.leaves).map(\.text).joined(separator: ", "))]
    case .object(let fields):
      return fields.sorted { $0.key < $1.key }.flatMap { key, field in
        field.leaves.map { ($0.name.isEmpty ? key : key + "." + $0.name, $0.text) }
      }
    }
  }
}
