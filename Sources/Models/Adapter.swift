import Kernels
import Tensors

/// Low-rank adaptation (Hu et al. 2021): beside a frozen product x·W runs a small trained one,
/// x·A·B·(alpha / rank). B starts at zero, so an untrained adapter changes nothing.
package struct Adapter: Sendable {
  /// What an adapter is, without its values.
  package struct Plan: Codable, Equatable, Sendable {
    package let rank: Int
    package let alpha: Float
    /// Which products of a block get one: `attn.q`, `mlp.pre`, …
    package let targets: [String]

    package init(rank: Int, alpha: Float, targets: [String]) {
      self.rank = rank
      self.alpha = alpha
      self.targets = targets
    }

    package static func targets(of configuration: Configuration) -> [String] {
      ["attn.q", "attn.k", "attn.v", "attn.out"]
        + (configuration.feedForward == .swiglu ? ["mlp.gate"] : []) + ["mlp.pre", "mlp.out"]
    }

    /// Throws `ConfigurationError` unless this plan fits the model.
    package func validate(for configuration: Configuration) throws {
      guard rank >= 1, rank <= configuration.width else {
        throw ConfigurationError(
          description: "rank is \(rank); it must be between 1 and the width \(configuration.width)")
      }
      guard alpha > 0, alpha.isFinite else {
        throw ConfigurationError(description: "alpha is \(alpha); it must be above 0")
      }
      let known = Self.targets(of: configuration)
      guard !targets.isEmpty, Set(targets).count == targets.count else {
        throw ConfigurationError(description: "an adapter needs targets, each named once")
      }
      if let unknown = targets.first(where: { !known.contains($0) }) {
        throw ConfigurationError(
          description: "no product \(unknown) to adapt; there are \(known.joined(separator: ", "))")
      }
    }

    func specifications(for configuration: Configuration) -> [ParameterSpecification] {
      configuration.parameters.flatMap { parameter -> [ParameterSpecification] in
        guard targets.contains(where: { parameter.name.hasSuffix(".\($0).weight") }) else {
          return []
        }
        let name = String(parameter.name.dropLast("weight".count))
        let axes = parameter.shape.axes
        return [
          ParameterSpecification(
            name: name + "lora_a", shape: Shape([axes[0], Axis("rank", rank)]),
            start: .normal(1 / Float(axes[0].size).squareRoot())),
          ParameterSpecification(
            name: name + "lora_b", shape: Shape([Axis("rank", rank), axes[1]]), start: .zeros),
        ]
      }
    }
  }

  package let plan: Plan
  package var parameters: Parameters
  var scale: Float { plan.alpha / Float(plan.rank) }

  package init(_ plan: Plan, for configuration: Configuration, from stream: RandomStream) {
    self.plan = plan
    parameters = Parameters(plan.specifications(for: configuration), from: stream)
  }

  package init(_ plan: Plan, for configuration: Configuration, block: Tensor) {
    self.plan = plan
    parameters = Parameters(plan.specifications(for: configuration), block: block)
  }

  mutating func withParameters(_ body: (inout Parameters) -> Void) { body(&parameters) }

  package static func specifications(
    _ plan: Plan, for configuration: Configuration
  ) -> [ParameterSpecification] {
    plan.specifications(for: configuration)
  }
}
