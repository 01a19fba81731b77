import Tensors

extension Function {
  /// Functions that make tensors of nothing but sizes.
  static let makers: [Function] = [
    Function(
      "zeros", [Parameter("sizes", .rest(named: true))],
      "a tensor of zeros; keys name its axes", example: "zeros(query: 2, key: 3)"
    ) {
      .tensor(LabelledTensor(Tensor.zeros(try $0.shape("sizes"))))
    },
    Function(
      "ones", [Parameter("sizes", .rest(named: true))],
      "a tensor of ones; keys name its axes", example: "ones(2, 3)"
    ) {
      let shape = try $0.shape("sizes")
      return Value(Tensor(shape) { $0.update(repeating: 1, count: shape.count) })
    },
    Function(
      "arange", [Parameter("numbers", .rest(named: false))],
      "the numbers from 0 up to stop, or from start to stop, or in steps: arange(stop),"
        + " arange(start, stop), arange(start, stop, step)", example: "arange(2, 10, 2)"
    ) {
      Value(try Making.range($0))
    },
    Function(
      "randn",
      [Parameter("sizes", .rest(named: true)), Parameter("seed", "the session's")],
      "normal random numbers (mean 0, deviation 1); the same seed gives the same ones",
      example: "randn(2, 3, seed: 7)"
    ) {
      Value(try Making.random($0))
    },
    Function(
      "onehot", ["ids", "size"],
      "for each id a row of zeros with a 1 at its place", example: "onehot([2, 0], 3)"
    ) {
      .tensor(try Making.oneHot($0))
    },
    Function(
      "causal", ["x"],
      "scores with -inf where a key lies ahead of its query, along the last two axes; of a whole"
        + " number n, such a mask of n queries and n keys to be added", example: "causal(3)"
    ) {
      .tensor(try Making.causal($0))
    },
  ]
}
