extension TrainingData.Part {
  /// Where each document lies among the tokens: conversations as they are, running text from one end
  /// token to the next, which belongs to its document.
  package func documents(endingWith end: Int32) -> [Range<Int>] {
    guard examples == 1 else {
      return (0..<examples).map { Int(bounds[$0])..<Int(bounds[$0 + 1]) }
    }
    var documents: [Range<Int>] = []
    var start = 0
    for (place, token) in tokens.enumerated() where token == end {
      documents.append(start..<place + 1)
      start = place + 1
    }
    return start < tokens.count ? documents + [start..<tokens.count] : documents
  }

  /// What training reads of a document, as batches of one sequence of at most `window` tokens: of a
  /// conversation its beginning, of running text all. A token that nothing stands before is no target.
  package func batches(of document: Range<Int>, window: Int) -> [TrainingBatch] {
    let starts = Array(stride(from: document.lowerBound, to: document.upperBound - 1, by: window))
    return starts.prefix(examples == 1 ? starts.count : 1).map { start in
      let range = start..<min(start + window + 1, document.upperBound)
      return TrainingBatch(
        sequences: [Array(tokens[range])], counts: [learnt[range].map { $0 == 1 }])
    }.filter { $0.weights.contains(1) }
  }

  /// The same batches, in which the tokens of some documents are read but not learnt.
  package func withoutLearning(_ documents: [Range<Int>]) -> TrainingData.Part {
    var learnt = learnt
    for document in documents {
      for place in document { learnt[place] = 0 }
    }
    return TrainingData.Part(tokens: tokens, learnt: learnt, bounds: bounds)
  }
}
