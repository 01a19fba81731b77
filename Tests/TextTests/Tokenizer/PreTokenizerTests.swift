import Foundation
import Testing
import Text

@Suite struct PreTokenizerTests {
  @Test func piecesAreThoseOfHuggingFace() throws {
    for example in try TokenizerFixtures.cases() {
      let pieces = PreTokenizer.split(example.text).map { ByteAlphabet.text(of: Array($0.utf8)) }
      #expect(pieces == example.pieces, "\(example.text.debugDescription)")
    }
  }

  @Test func piecesCoverTheText() throws {
    let bytes = Array(try TokenizerFixtures.data("corpus.txt"))
    var end = 0
    for range in PreTokenizer.ranges(in: bytes) {
      #expect(range.lowerBound == end && !range.isEmpty)
      end = range.upperBound
    }
    #expect(end == bytes.count)
  }

  @Test func bytesThatAreNotTextCountAsMarks() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62, 0x20, 0xE2, 0x82]
    #expect(PreTokenizer.ranges(in: bytes) == [0..<1, 1..<3, 3..<4, 4..<7])
  }

  /// Every character of Unicode; but those younger than 16.0 are not known to the library yet.
  @Test func classesAreThoseOfHuggingFace() throws {
    let ranges = try JSONDecoder().decode(
      [String: [[UInt32]]].self, from: TokenizerFixtures.data("scalar-classes.json"))
    var expected = [ScalarClass](repeating: .other, count: 0x110000)
    for (name, scalarClass) in [
      ("letter", ScalarClass.letter), ("number", .number), ("whitespace", .whitespace),
    ] {
      for range in try #require(ranges[name]) {
        for value in range[0]...range[1] { expected[Int(value)] = scalarClass }
      }
    }
    var different: [String] = []
    for value in UInt32(0)..<0x110000 {
      guard let scalar = Unicode.Scalar(value), ScalarClass(scalar) != expected[Int(value)],
        let age = scalar.properties.age, (age.major, age.minor) <= (16, 0)
      else { continue }
      different.append(String(value, radix: 16))
    }
    #expect(different == [])
  }
}
