import Kernels
import Tensors

/// New tensors.
enum Making {
  /// start, start + step, … below stop.
  static func range(_ arguments: Arguments) throws -> Tensor {
    let numbers = try arguments.blaming("numbers") {
      try arguments.rest.map { item -> Double in
        switch item.value {
        case .number(let number): return number
        case .tensor(let labelled) where labelled.shape.rank == 0:
          return Double(labelled.tensor.scalar)
        case let other: throw Complaint("arange takes numbers, not \(other.kind)")
        }
      }
    }
    guard (1...3).contains(numbers.count) else {
      throw Complaint(
        "arange takes one to three numbers", remedy: "write arange(start, stop, step)")
    }
    let start = numbers.count == 1 ? 0 : numbers[0]
    let step = numbers.count == 3 ? numbers[2] : 1
    guard step != 0 else { throw Complaint("a step of 0 gets nowhere", parameter: "numbers") }
    let count = ((numbers[numbers.count == 1 ? 0 : 1] - start) / step).rounded(.up)
    guard count < Double(Int32.max) else {
      throw Complaint("that are too many numbers", parameter: "numbers")
    }
    let shape = Shape(["item": Int(max(count, 0))])
    try arguments.computation.claim(shape)
    return Tensor(shape) { target in
      for index in 0..<shape.count { target[index] = Float(start + Double(index) * step) }
    }
  }

  /// Normal numbers of a stream that nothing else uses.
  static func random(_ arguments: Arguments) throws -> Tensor {
    let seed =
      arguments.isGiven("seed")
      ? UInt64(bitPattern: Int64(try arguments.whole("seed")))
      : arguments.computation.surroundings.seed
    let shape = try arguments.shape("sizes")
    let stream = RandomStream(seed: seed, stream: 0x4345_4C4C)
    let (pool, stretch) = (try arguments.computation.pool(), 1 << 20)
    let result = Storage(uninitialized: shape.count)
    for start in stride(from: 0, to: shape.count, by: stretch) {
      try arguments.computation.checkInterrupt()
      pool.forRanges(min(stretch, shape.count - start), grain: 1 << 12) { range in
        for index in range {
          result.pointer[start + index] = stream.normal(step: 0, element: start + index)
        }
      }
    }
    return Tensor(shape, storage: result)
  }

  /// ids[…] → […, size]
  static func oneHot(_ arguments: Arguments) throws -> LabelledTensor {
    let ids = try arguments.tensor("ids")
    let size = try arguments.whole("size")
    guard size >= 0 else { throw Complaint("the size must not be negative", parameter: "size") }
    let places = try arguments.blaming("ids") {
      try ids.tensor.values.map { id in
        let place = try id.wholeNumber()
        guard (0..<size).contains(place) else {
          throw Complaint("\(place) is outside 0 to \(size - 1)")
        }
        return place
      }
    }
    let axis = Axis("class", size)
    try arguments.computation.claim(ids.shape.sizes + [size])
    let shape = Shape(ids.shape.axes + [axis])
    let tensor = Tensor(shape) { target in
      target.update(repeating: 0, count: shape.count)
      for (row, place) in places.enumerated() { target[row * size + place] = 1 }
    }
    return LabelledTensor(
      fitting: tensor, labels: ids.labels + [.numbered], rowAxis: ids.rowAxis)
  }

  /// −∞ where key k of S lies ahead of query q of T: k > S − T + q.
  static func causal(_ arguments: Arguments) throws -> LabelledTensor {
    let given = try arguments.tensor("x")
    let x: LabelledTensor
    if given.shape.rank == 0 {
      let size = try arguments.whole("x")
      guard size >= 0 else { throw Complaint("the size must not be negative", parameter: "x") }
      try arguments.computation.claim([size, size])
      x = LabelledTensor(.zeros(Shape(["query": size, "key": size])))
    } else {
      x = given
    }
    guard x.shape.rank >= 2, x.shape.lastSize >= x.shape.sizes[x.shape.rank - 2] else {
      throw Complaint(
        "causal takes scores [query, key] with at least as many keys as queries, not \(x.shape)",
        parameter: "x")
    }
    let (queries, keys) = (x.shape.sizes[x.shape.rank - 2], x.shape.lastSize)
    try arguments.computation.claim(x.shape)
    let source = x.tensor.pointer
    return x.replacing(
      Tensor(x.shape) { target in
        target.update(from: source, count: x.shape.count)
        for row in 0..<x.shape.rowCount {
          let ahead = keys - queries + row % queries + 1
          (target + row * keys + ahead).update(repeating: -.infinity, count: keys - ahead)
        }
      })
  }
}
