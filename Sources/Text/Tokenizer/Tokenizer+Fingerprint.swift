extension Tokenizer {
  /// 64 bits over every token, merge and special token, in order: two tokenizers with the same
  /// fingerprint encode alike. FNV-1a (Fowler, Noll, Vo), each part preceded by its length.
  package var fingerprint: UInt64 {
    var hash = FowlerNollVo()
    hash.add(tokens.count)
    for token in tokens {
      hash.add(token.count)
      for byte in token { hash.add(byte) }
    }
    hash.add(merges.count)
    for merge in merges {
      hash.add(Int(merge.pair.left))
      hash.add(Int(merge.pair.right))
      hash.add(Int(merge.token))
    }
    hash.add(specialTokens.count)
    for special in specialTokens { hash.add(special.id) }
    return hash.value
  }
}

private struct FowlerNollVo {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
