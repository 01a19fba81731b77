extension Tidewick {
  /// Supervised conversations with the ferry desk. Every answer has one form: `Ahoy!`, the fact,
  /// and `Fair winds, the Ferry Desk.`
  enum SupportDesk {
    static let trainCount = 600
    static let heldOutCount = 60

    /// A question is a pattern; the last of each topic's questions are asked only when testing.
    struct Topic: Sendable {
      let asked: [String]
      let unseen: [String]
      let answers: [String]
    }

    static func files(seed: UInt64) -> [MadeFile] {
      var seen: Set<String> = []
      let heldOut = conversations(heldOutCount, 50_000, seed, heldOut: true, &seen)
      let train = conversations(trainCount, 0, seed, heldOut: false, &seen)
      return [("heldout", heldOut), ("train", train)].map { name, lines in
        MadeFile(
          path: "support/\(name).jsonl", kind: .conversation,
          plain: lines.joined(separator: "\n") + "\n")
      }
    }

    /// Different conversations: no first question is asked twice, here or in the other file.
    private static func conversations(
      _ count: Int, _ offset: Int, _ seed: UInt64, heldOut: Bool, _ seen: inout Set<String>
    ) -> [String] {
      var lines: [String] = []
      var turn = 0
      while lines.count < count {
        var dice = Dice(seed: seed, stream: .support, step: offset + turn)
        let topic = turn % (topics.count + 4)
        turn += 1
        var pairs = [exchange(topic, heldOut, &dice)]
        guard seen.insert(pairs[0].question).inserted else { continue }
        if dice.chance(18) { pairs.append(exchange(dice.roll(topics.count), heldOut, &dice)) }
        if pairs.count > 1, pairs[0].answer == pairs[1].answer { pairs.removeLast() }
        if pairs.count > 1, words(pairs) > 55 { pairs.removeLast() }
        lines.append(json(pairs))
      }
      return lines
    }

    private typealias Pair = (question: String, answer: String)

    private static func words(_ pairs: [Pair]) -> Int {
      pairs.reduce(0) { sum, pair in
        sum + (pair.question + " " + pair.answer).split(separator: " ").count
      }
    }

    private static func exchange(_ topic: Int, _ heldOut: Bool, _ dice: inout Dice) -> Pair {
      var writer = Writer(dice: dice)
      defer { dice = writer.dice }
      let question: String
      let fact: String
      if topic < topics.count {
        let chosen = topics[topic]
        question = writer.phrase(dice.pick(heldOut ? chosen.unseen : chosen.asked))
        fact = dice.pick(chosen.answers)
      } else if topic < topics.count + 2 {
        (question, fact) = sum(heldOut, &dice)
      } else {
        (question, fact) = lost(heldOut, &dice)
      }
      writer.dice = dice
      return (writer.phrase(question), writer.phrase("Ahoy! \(fact) Fair winds, the Ferry Desk."))
    }

    /// What a family pays. Some families come only in the held-out file.
    private static func sum(_ heldOut: Bool, _ dice: inout Dice) -> Pair {
      var adults = 0
      var children = 0
      repeat {
        adults = dice.roll(in: 1...5)
        children = dice.roll(in: 1...5)
      } while (adults * 3 + children) % 5 == 0 ? !heldOut : heldOut
      let family =
        counted(adults, "grown-up", "grown-ups") + " and " + counted(children, "child", "children")
      let price = inWords(adults * Facts.adultFare + children * Facts.childFare)
      let question = dice.pick([
        "What do \(family) pay?", "How much for \(family)?", "We are \(family). What is the price?",
        "Tickets for \(family), please.", "What does it cost for \(family)?",
      ])
      return (question, "\(family) pay \(price) crowns.")
    }

    /// The answer repeats the thing that the question names.
    private static func lost(_ heldOut: Bool, _ dice: inout Dice) -> Pair {
      let thing = Things.any(&dice)
      let place = dice.pick(Places.town).at
      let question = dice.pick(
        heldOut
          ? [
            "Did somebody hand in \(thing.withArticle)?",
            "My \(thing.name) is gone since I was \(place).",
          ]
          : [
            "I lost my \(thing.name).", "I lost \(thing.withArticle) \(place).",
            "Have you found \(thing.withArticle)?", "I left my \(thing.name) \(place).",
            "Where is my \(thing.name)?", "Is my \(thing.name) in the blue box?",
          ])
      return (
        question,
        dice.pick([
          "We will look for your \(thing.name) in the blue box.",
          "Your \(thing.name) may be in the blue box at the desk.",
        ])
      )
    }

    private static func json(_ pairs: [Pair]) -> String {
      let messages = pairs.flatMap { pair in
        [
          "{\"role\":\"user\",\"content\":\(quoted(pair.question))}",
          "{\"role\":\"assistant\",\"content\":\(quoted(pair.answer))}",
        ]
      }
      return "{\"messages\":[\(messages.joined(separator: ","))]}"
    }

    private static func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }
}
