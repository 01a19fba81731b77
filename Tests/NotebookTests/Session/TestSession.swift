import Foundation
import Tensors

@testable import Notebook

/// A session in folders that need not exist, with a small model's tensors on its desk.
func testSession(width: Int = 80, colour: Page.Colour = .none) -> Session {
  let folder = URL(fileURLWithPath: "/nonexistent", isDirectory: true)
  let session = Session(
    home: Home(root: folder), workspace: Workspace(root: folder), console: SilentConsole(),
    page: Page(width: width, colour: colour))
  session.desk.tensors = TestTensors()
  return session
}

/// What a model with one block would have.
struct TestTensors: TensorSource {
  private let tensors: [(name: TensorName, tensor: LabelledTensor)]

  init() {
    let pattern = TestScope.pattern
    let weight = Tensor(Shape(["out": 4, "in": 4]), TestScope.ramp(16))
    let loss = Tensor(scalar: 3.5)
    tensors = [
      (
        TensorName("blocks.0.attn.q.weight", .parameter, weight.shape), LabelledTensor(weight)
      ),
      (TensorName("blocks.0.attn.pattern", .activation, pattern.shape), pattern),
      (
        TensorName("embed.weight", .parameter, Shape(["vocabulary": 1200, "width": 4])),
        LabelledTensor(.zeros(Shape(["vocabulary": 1200, "width": 4])))
      ),
      (TensorName("loss", .activation, loss.shape), LabelledTensor(loss)),
    ]
  }

  var tensorNames: [TensorName] { tensors.map(\.name) }
  func tensor(named name: String) -> LabelledTensor? {
    tensors.first { $0.name.name == name }?.tensor
  }
}
