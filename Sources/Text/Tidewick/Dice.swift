import Kernels

extension Tidewick {
  /// Which use of the seed a number is for. Two uses never share a number.
  enum Stream: UInt32 {
    case weather = 101
    case days, books, web, research, code, conversations, documentation, dirt, support
  }

  /// A run of throws for one document or one day: `step` is its number, the element counts the
  /// throws made so far. What one document throws never depends on another.
  struct Dice {
    private let stream: RandomStream
    private let step: Int
    private var thrown = 0

    init(seed: UInt64, stream: Stream, step: Int) {
      self.stream = RandomStream(seed: seed, stream: stream.rawValue)
      self.step = step
    }

    /// Uniform in 0..<`bound`.
    mutating func roll(_ bound: Int) -> Int {
      defer { thrown += 1 }
      return stream.index(below: bound, step: step, element: thrown)
    }

    /// Uniform in `range`, both ends included.
    mutating func roll(in range: ClosedRange<Int>) -> Int {
      range.lowerBound + roll(range.count)
    }

    /// True `percent` times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[roll(choices.count)] }

    /// `count` different elements, in the order in which they were drawn (Fisher and Yates).
    mutating func draw<Element>(_ count: Int, of choices: [Element]) -> [Element] {
      var choices = choices
      for place in 0..<min(count, choices.count) {
        choices.swapAt(place, place + roll(choices.count - place))
      }
      return Array(choices.prefix(count))
    }
  }
}
