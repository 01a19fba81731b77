import Models
import Tensors

extension Model {
  /// The fixture's weights.
  package init(fixture: SafetensorsFile, _ configuration: Configuration) throws {
    var parameters = Parameters(configuration.parameters)
    for specification in configuration.parameters {
      parameters.set(
        specification.name,
        to: try fixture.tensor("weight/" + specification.name, shape: specification.shape))
    }
    self.init(configuration, parameters: parameters)
  }
}

extension SafetensorsFile {
  /// Integers [B, T] as a batch.
  package func batch(_ name: String) throws -> TokenBatch {
    let ids = try integers(name).map(Int.init)
    let time = entries[name]?.sizes.last ?? 1
    return TokenBatch(stride(from: 0, to: ids.count, by: time).map { Array(ids[$0..<$0 + time]) })
  }
}
