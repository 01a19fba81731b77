import Tensors
import Testing

/// Memory that is lent again.
@Suite struct ArenaTests {
  @Test func aCopyLiesWhereTheOriginalDoesAndLeavesItsMemoryToTheNext() {
    let arena = Arena()
    let shape = Shape(["element": 3])
    func tensor() -> Tensor { Tensor(shape, storage: Storage(uninitialized: 3, from: arena)) }
    var first = tensor()
    first.withMutableElements { $0.update(repeating: 1, count: 3) }
    var second = first
    second.withMutableElements { $0[1] = 2 }
    #expect(first.values == [1, 1, 1])
    #expect(second.values == [1, 2, 1])
    #expect(second.storage.arena === arena)
    #expect(arena.floats == 6)
    second = tensor()
    second = tensor()
    #expect(arena.floats == 9, "what was let go of serves again")
  }
}
