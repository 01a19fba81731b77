/// Which language a text is in, told by its letters and by its commonest words.
package struct LanguageGuess: Equatable, Sendable {
  /// The language whose function words the text has most of, and their share of all words; ties
  /// go to the first in `languages`.
  package let language: String
  package let share: Double
  package let englishShare: Double
  /// The commonest script other than Latin and its share of all letters.
  package let script: String
  package let scriptShare: Double

  /// Function words of each language. Those that are also English words are left out of the others.
  private static let languages: [(name: String, words: String)] = [
    (
      "English",
      """
      the and of to that is was it for with as his he on be at by this had not are but from or have \
      an they which you were her she there been their we when who will no if out so what up said its \
      about than into them can could my i do how your did would then
      """
    ),
    (
      "German",
      """
      der die und das ist nicht ein eine zu den mit von sich auf dem des im für auch es \
      wird sind werden wir ich sie er wie nach bei einer um aus noch nur oder einen über \
      vor haben hat wenn
      """
    ),
    (
      "French",
      """
      le la les et des est un une du dans que qui il elle pour pas au avec ce sont nous \
      vous ne plus par je mais ou cette aux ses comme été
      """
    ),
    (
      "Spanish",
      """
      el la los y del las un una en que es por con su al lo como más pero sus este está ha \
      sobre también hay muy
      """
    ),
    (
      "Italian",
      """
      il di che la un non una è sono con del della le gli dei nel alla da ma anche più \
      questo delle ha lo
      """
    ),
    (
      "Portuguese",
      """
      os de que da em um uma não com por mais dos como mas ao foi são seu sua das também \
      pelo está
      """
    ),
    (
      "Dutch",
      """
      de het een van en dat op te voor niet zijn met aan er ook als bij maar om naar uit \
      nog wordt wij heeft deze werd
      """
    ),
    (
      "Swedish",
      """
      och att det som en på är av för med den inte om ett han var jag vi från när kan ska \
      eller mycket
      """
    ),
  ]

  /// For the hash of a word, one bit a language.
  private static let table: [UInt64: UInt16] = {
    var table: [UInt64: UInt16] = [:]
    for (index, language) in languages.enumerated() {
      for word in Words.scan(Array(language.words.utf8)) {
        table[word.hash, default: 0] |= 1 << UInt16(index)
      }
    }
    return table
  }()

  package init(_ bytes: [UInt8], _ words: [Word]) {
    var counts = [Int](repeating: 0, count: Self.languages.count)
    for word in words {
      guard let bits = Self.table[word.hash] else { continue }
      for index in counts.indices where bits & (1 << UInt16(index)) != 0 { counts[index] += 1 }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    let total = Double(max(1, words.count))
    language = Self.languages[best].name
    share = Double(counts[best]) / total
    englishShare = Double(counts[0]) / total
    (script, scriptShare) = Self.script(bytes)
  }

  private static let scripts = ["Greek", "Cyrillic", "Semitic", "Indic or Thai", "East Asian"]

  /// Letters are told by the first byte of their UTF-8.
  private static func script(_ bytes: [UInt8]) -> (String, Double) {
    var counts = [Int](repeating: 0, count: scripts.count)
    var latin = 0
    for byte in bytes {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC9, 0xE1: latin += 1
      case 0xCD...0xCF: counts[0] += 1
      case 0xD0...0xD4: counts[1] += 1
      case 0xD6...0xDD: counts[2] += 1
      case 0xE0: counts[3] += 1
      case 0xE3...0xED: counts[4] += 1
      default: break
      }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    let letters = latin + counts.reduce(0, +)
    return (scripts[best], letters == 0 ? 0 : Double(counts[best]) / Double(letters))
  }
}
