import Foundation
import Text
import Training

/// Documents on the desk: what was collected, and once they are split, which of them are held out.
package struct DeskCollection {
  package var source: String
  package var documents: [Document]
  package var sides: SplitStage.Sides?

  package init(source: String, documents: [Document], sides: SplitStage.Sides? = nil) {
    self.source = source
    self.documents = documents
    self.sides = sides
  }
}

extension Session {
  /// The token that ends every document.
  static let documentEnd = "<|endoftext|>"

  /// The documents to train on: those of a source as `collect` knows them, extracted and cleaned but
  /// otherwise taken as they are, else the desk's.
  func trainingDocuments(at given: String?) throws -> (source: String, sides: SplitStage.Sides) {
    if let given {
      let documents = try collect(given).documents
      let kept = Pipeline([ExtractStage(), CleanStage()]).run(documents).last?.result.kept ?? []
      guard !kept.isEmpty else {
        throw NotYet("\(given): nothing but markup and blanks; give a file or folder of text")
      }
      return (given, Self.sides(of: kept, seed: desk.seed))
    }
    guard let collection = desk.collection else {
      throw NotYet(
        "there is no text to learn from yet: give --data a source such as tidewick, a file or a folder,"
          + " or `collect` one in a notebook")
    }
    let sides = collection.sides ?? Self.sides(of: collection.documents, seed: desk.seed)
    return (collection.source, sides)
  }

  /// Whole documents are held out; of a single one, its last tenth.
  private static func sides(of documents: [Document], seed: UInt64) -> SplitStage.Sides {
    guard documents.count == 1, var end = documents.first else {
      return SplitStage(seed: seed).divide(documents)
    }
    var start = end
    let scalars = end.text.unicodeScalars
    let cut = scalars.index(scalars.startIndex, offsetBy: scalars.count * 9 / 10)
    start.text = String(scalars[..<cut])
    end.text = String(scalars[cut...])
    return SplitStage.Sides(training: [start], heldOut: [end])
  }

  /// The desk's tokenizer, or one of `size` trained on the documents if a size is given or there is
  /// none yet.
  func tokenizer(for documents: [Document], size: Int?) throws -> Tokenizer {
    if size == nil, let tokenizer = desk.tokenizer { return tokenizer }
    var trainer = try TokenizerTrainer(
      texts: documents.map(\.text), vocabularySize: size ?? Self.defaultVocabulary)
    let trained = trainer.finish()
    desk.tokenizer = trained
    return trained
  }

  static let defaultVocabulary = 1024

  /// Documents one after the other as tokens, each ended by its end token.
  func trainingData(_ sides: SplitStage.Sides, _ tokenizer: Tokenizer) throws -> TrainingData {
    guard let end = tokenizer.specialID(Self.documentEnd) else {
      throw ChatTemplate.MissingToken(token: Self.documentEnd)
    }
    var encoder = TokenEncoder(tokenizer)
    func tokens(_ documents: [Document]) -> [Int32] {
      documents.flatMap { encoder.encode($0.text).map(Int32.init) + [Int32(end)] }
    }
    let (train, heldOut) = (tokens(sides.training), tokens(sides.heldOut))
    return TrainingData(train: .text(train), heldOut: .text(heldOut))
  }
}
