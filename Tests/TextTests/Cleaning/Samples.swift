@testable import Text

extension Document {
  /// A document of a test, a web page unless said otherwise.
  static func sample(_ text: String, id: String = "a.txt", kind: DocumentKind = .web) -> Document {
    Document(id: id, source: "test", kind: kind, text: text)
  }
}

extension StageResult {
  /// What was done, without the labels that were counted zero times.
  var done: [String] { tallies.filter { $0.count > 0 }.map { "\($0.label) \($0.count)" } }
}

/// English prose with no run of five words in common with `prose()`.
let otherProse = """
  Every Thursday the clerk of the market counts the stalls and writes the number into a green book. \
  Twice it has been stolen, and twice it came back with a page more than before. He suspects the \
  bakers, who have always held that a loaf which nobody counted was never baked, and therefore \
  owes no toll; but he has said nothing so far, since he is fond of bread.
  """

/// English prose that no rule of the filter objects to; another `topic` makes it a near repeat.
func prose(_ topic: String = "harbour") -> String {
  """
  The \(topic) lies where the river meets the sea, and on most mornings the first boat is out \
  before the lamps are put out along the quay. People say that it was smaller when their \
  grandparents were young, but nobody has ever found a map that shows it without the lighthouse. \
  In winter the shops close at four; in summer some of them do not close at all, because visitors \
  come down from the hills with money and an appetite for anything that was swimming yesterday.
  """
}
