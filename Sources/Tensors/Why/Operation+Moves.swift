extension Operation {
  /// Where an operation that only moves its input's elements found the one at `index` of its output;
  /// nil for operations that compute.
  func moved(from index: [Int], at place: Place) -> [Int]? {
    switch self {
    case .splitHeads: Heads.merged(index, size: place.output.shape.lastSize)
    case .mergeHeads: Heads.parted(index, size: place.input(0).shape.lastSize)
    default: nil
    }
  }

  /// Where in the gradient of the output the gradient of an input's element at `index` is found, for
  /// operations that pass it on as it is; nil for the others.
  func passed(from index: [Int], input: Int, at place: Place) -> [Int]? {
    switch self {
    case .add: index
    case .addPositions: input == 0 ? index : nil
    case .splitHeads: Heads.parted(index, size: place.output.shape.lastSize)
    case .mergeHeads: Heads.merged(index, size: place.input(0).shape.lastSize)
    default: nil
    }
  }
}
