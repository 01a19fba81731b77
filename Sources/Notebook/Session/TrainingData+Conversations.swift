import Foundation
import Text
import Training

extension TrainingData.Part {
  /// The conversations in a JSONL file, as the tokenizer's chat template writes them; the answers are
  /// what is learnt. Throws what reading the file throws, and if the tokenizer has no marks for a chat.
  static func conversations(at url: URL, _ tokenizer: Tokenizer) throws -> Self {
    let template = try ChatTemplate(tokenizer)
    return .conversations(
      try SupervisedFile.conversations(at: url).map { template.encode($0.messages) })
  }
}
