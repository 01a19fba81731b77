/// A piece of text as a dictionary key: equal bytes are equal keys. It hashes the bytes in one go,
/// and unlike String never takes two different byte sequences for the same text.
struct PieceKey: Hashable {
  let bytes: ArraySlice<UInt8>

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// The same key on storage of its own, so that it does not keep the whole text in memory.
  var copied: PieceKey { PieceKey(bytes: ArraySlice(Array(bytes))) }
}
