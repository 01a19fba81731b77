import Kernels
import Tensors
import Testing
import Training

/// Descends at random from every name to the tokens and weights: at each number on the way, the
/// terms of its explanation, added as the rules say, must give the engine's bits.
@Suite struct DescentTests {
  @Test(arguments: WhyWorld.all) func everyNumberOfAStepIsWhatItsTermsGive(_ world: WhyWorld)
    throws
  {
    var descent = Descent(inquiry: try world.afterSteps(), depth: 8)
    descent.run(paths: 3)
    #expect(descent.mismatches == [])
    #expect(descent.count > 2000)
    #expect(descent.leaves > 100)
    // Added by the other rule, sums come out differently: the test can tell.
    #expect(descent.sumsThatTell > 300)
  }

  @Test(arguments: WhyWorld.all) func everyNumberOfAPromptIsWhatItsTermsGive(_ world: WhyWorld)
    throws
  {
    var descent = Descent(inquiry: try world.afterPrompt(), depth: 12)
    descent.run(paths: 2)
    #expect(descent.mismatches == [])
    #expect(descent.count > 500)
  }
}

/// Random ways down from every name.
private struct Descent {
  let inquiry: Inquiry
  let depth: Int
  var mismatches: [String] = []
  var count = 0
  var leaves = 0
  var sumsThatTell = 0
  private var drawn = 0

  init(inquiry: Inquiry, depth: Int) {
    self.inquiry = inquiry
    self.depth = depth
  }

  private mutating func draw(below bound: Int) -> Int {
    drawn += 1
    return RandomStream(seed: 1, stream: 5).index(below: bound, step: 0, element: drawn)
  }

  mutating func run(paths: Int) {
    for name in inquiry.names {
      guard let (origin, key) = inquiry.key(of: name) else { continue }
      let shape = inquiry.shape(origin, key)
      for _ in 0..<paths {
        let index = shape.axes.map { draw(below: $0.size) }
        follow(Subject(origin, key, index))
      }
    }
  }

  private mutating func follow(_ start: Subject) {
    var subject = start
    for _ in 0..<depth {
      let explanation = check(subject)
      let elements = explanation.elements
      guard !elements.isEmpty else {
        leaves += explanation.isLeaf ? 1 : 0
        return
      }
      let element = elements[draw(below: elements.count)]
      subject = inquiry.subject(of: element, in: subject.origin)
      compare(element.value, inquiry.value(of: subject), subject)
    }
  }

  private mutating func check(_ subject: Subject) -> Explanation {
    count += 1
    let explanation = inquiry.explanation(of: subject)
    compare(explanation.value, inquiry.value(of: subject), subject)
    for sum in explanation.steps.flatMap(\.formula.sums) {
      let other = Sum(sum.rule == .chain ? .lanes : .chain, parts: sum.parts)
      if other.value != sum.value { sumsThatTell += 1 }
    }
    return explanation
  }

  private mutating func compare(_ found: Float, _ engine: Float, _ subject: Subject) {
    guard found.bitPattern != engine.bitPattern else { return }
    let label = inquiry.label(subject.origin, subject.reference.tensor)
    mismatches.append("\(label)\(subject.reference.index): \(found), the engine has \(engine)")
  }
}
