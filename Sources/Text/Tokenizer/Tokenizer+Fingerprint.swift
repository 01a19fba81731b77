import Kernels

extension Tokenizer {
  /// The fingerprint of the tokenizer's `tokenizer.json` (`TokenizerFile.text`), so that a tokenizer in
  /// memory, the file it was saved in and the run that copied it all show the same one. Equal
  /// fingerprints mean that every text is encoded alike.
  package var fingerprint: Fingerprint { Fingerprint(TokenizerFile.text(of: self)) }
}
