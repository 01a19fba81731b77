import Kernels
import Tensors

/// A transformer with its weights, and possibly an adapter beside them.
package struct Model: Sendable {
  package let configuration: Configuration
  package var parameters: Parameters
  package var adapter: Adapter?

  package init(_ configuration: Configuration, parameters: Parameters, adapter: Adapter? = nil) {
    self.configuration = configuration
    self.parameters = parameters
    self.adapter = adapter
  }

  /// A new model with starting weights from `stream`.
  package init(_ configuration: Configuration, from stream: RandomStream) {
    self.init(
      configuration, parameters: Parameters(configuration.parameters, from: stream))
  }

  /// What training changes: the adapter if there is one, else all weights.
  package var trainable: Parameters { adapter?.parameters ?? parameters }

  /// Lets `body` change what training changes, in place.
  package mutating func withTrainable(_ body: (inout Parameters) -> Void) {
    if adapter == nil { body(&parameters) } else { adapter?.withParameters(body) }
  }

  /// One weight by its name, adapter included; nil if there is none.
  package func parameter(named name: String) -> Tensor? {
    parameters[name] ?? adapter?.parameters[name]
  }

  /// All weights, base before adapter.
  package var specifications: [ParameterSpecification] {
    parameters.specifications + (adapter?.parameters.specifications ?? [])
  }
}
