import Foundation

extension Tidewick {
  /// Damages a clean collection the way the world does, and keeps the list of what it did. A
  /// document gets one defect at most, besides the boilerplate that every web page wears.
  struct Dirt {
    private(set) var files: [MadeFile]
    private(set) var defects: [PlantedDefect] = []
    private let seed: UInt64
    private var dice: Dice
    private var touched: Set<String> = []
    private var copies = 0

    init(_ files: [MadeFile], seed: UInt64) {
      self.files = files
      self.seed = seed
      dice = Dice(seed: seed, stream: .dirt, step: 0)
      defects = files.filter { $0.kind == .web }.map { PlantedDefect(.boilerplate, $0.path) }
      plantDuplicates()
      plantMojibake(25)
      plantMarkup(20)
      plantContacts(30)
      plantPages()
    }

    /// An untouched file that `suits`, now taken.
    private mutating func take(_ suits: (MadeFile) -> Bool) -> Int {
      while true {
        let index = dice.roll(files.count)
        guard suits(files[index]), touched.insert(files[index].path).inserted else { continue }
        return index
      }
    }

    private mutating func plantDuplicates() {
      for turn in 0..<80 {
        let original = files[take { $0.plain.utf8.count > 500 && $0.plain.utf8.count < 6000 }]
        let near = turn >= 40
        var copy = original
        copies += 1
        copy.path = Dirt.renamed(original.path, "\(near ? "again" : "copy")-\(copies)")
        if near { copy.contents = edited(original.contents, times: dice.roll(in: 1...3)) }
        touched.insert(copy.path)
        files.append(copy)
        defects.append(
          PlantedDefect(near ? .nearDuplicate : .exactDuplicate, copy.path, detail: original.path))
        if copy.kind == .web { defects.append(PlantedDefect(.boilerplate, copy.path)) }
      }
    }

    /// `made/web/tides-1.html` becomes `made/web/tides-1-copy-7.html`.
    private static func renamed(_ path: String, _ suffix: String) -> String {
      let dot = path.lastIndex(of: ".") ?? path.endIndex
      return path[..<dot] + "-" + suffix + path[dot...]
    }

    /// Leaves out or doubles a few words of the text, never in a tag, nor on a line of the dress.
    private mutating func edited(_ bytes: [UInt8], times: Int) -> [UInt8] {
      var words: [Range<Int>] = []
      var start: Int?
      var inTag = false
      let text = String(decoding: bytes, as: UTF8.self)
      let from = text.utf8Offset(of: "<article>") ?? 0
      let to = text.utf8Offset(of: "</article>") ?? bytes.count
      for place in from..<to {
        if bytes[place] == UInt8(ascii: "<") { inTag = true }
        if Tidewick.isLetter(bytes[place]), !inTag {
          start = start ?? place
        } else {
          if let begin = start, place - begin > 2 { words.append(begin..<place) }
          start = nil
        }
        if bytes[place] == UInt8(ascii: ">") { inTag = false }
      }
      var bytes = bytes
      for word in dice.draw(times, of: words).sorted(by: { $0.lowerBound > $1.lowerBound }) {
        let twice = Array(bytes[word]) + [UInt8(ascii: " ")] + Array(bytes[word])
        bytes.replaceSubrange(word, with: dice.chance(50) ? twice : Array("also".utf8))
      }
      return bytes
    }

    private mutating func plantMojibake(_ count: Int) {
      for _ in 0..<count {
        let index = take { file in
          file.kind != .code && file.kind != .book
            && file.plain.utf8.count { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } > 2
        }
        let set = Mojibake.typeset(files[index].text)
        files[index].plain = Mojibake.typeset(files[index].plain)
        files[index].contents = Array(Mojibake.misread(set).utf8)
        defects.append(PlantedDefect(.mojibake, files[index].path))
      }
    }

    private mutating func plantMarkup(_ count: Int) {
      for turn in 0..<count {
        let index = take { $0.kind == .conversation || $0.kind == .research }
        let lines = files[index].plain.split(separator: "\n", omittingEmptySubsequences: false)
        let dressed = lines.map { line in
          if line.isEmpty { return String(line) }
          switch turn % 3 {
          case 0: return "<p>\(line)</p>"
          case 1: return "\(line)<br />&nbsp;"
          default: return "<span class=\"line\">\(line)</span>"
          }
        }
        files[index].contents = Array(dressed.joined(separator: "\n").utf8)
        defects.append(PlantedDefect(.markup, files[index].path))
      }
    }

    /// Addresses end in `.example` and numbers lie in a range that no telephone has.
    private mutating func plantContacts(_ count: Int) {
      for turn in 0..<(2 * count) {
        let index = take {
          $0.kind == .documentation || $0.kind == .conversation || $0.kind == .web
        }
        let person = dice.pick(People.adults)
        let number = "01632 960" + String("\(1000 + dice.roll(1000))".dropFirst())
        let address =
          "\(slug(person.name))@\(dice.pick(["tidewick", "ferry.tidewick", "harbour"])).example"
        let sentence =
          turn < count
          ? dice.pick([
            "Write to \(address).", "Letters to \(address), please.",
            "\(person.name) is at \(address).",
          ])
          : dice.pick([
            "Call \(number).", "Telephone: \(number).", "\(person.name) answers at \(number).",
          ])
        let text = files[index].text
        let line =
          files[index].kind == .conversation ? "\(Dirt.speaker(text)): \(sentence)" : sentence
        if let end = text.range(of: "\n</article>") {
          files[index].contents = Array(
            text.replacingCharacters(in: end, with: "\n<p>\(line)</p>\n</article>").utf8)
        } else {
          files[index].contents = Array((text + line + "\n").utf8)
        }
        files[index].plain += line + "\n"
        defects.append(
          PlantedDefect(turn < count ? .mailAddress : .phoneNumber, files[index].path))
      }
    }

    private static func speaker(_ text: String) -> String {
      text.prefix { $0 != ":" }.split(separator: "\n").last.map(String.init) ?? "Wren"
    }

    private mutating func plantPages() {
      for (number, page) in ForeignPages.all.enumerated() {
        add(page.text, "visitors-\(page.language)-\(number + 1)", .wrongLanguage, page.language)
      }
      for (number, text) in WastePages.short.enumerated() {
        add(text, "stub-\(number + 1)", .tooShort, nil)
      }
      for number in 0..<12 {
        add(WastePages.spam(number, &dice), "offer-\(number + 1)", .spam, nil)
      }
    }

    private mutating func add(
      _ text: String, _ name: String, _ kind: PlantedDefect.Kind, _ detail: String?
    ) {
      let path = "\(folder(.web))/\(name).txt"
      files.append(MadeFile(path: path, kind: .web, plain: text + "\n"))
      defects.append(PlantedDefect(kind, path, detail: detail))
    }
  }
}

extension String {
  fileprivate func utf8Offset(of text: String) -> Int? {
    range(of: text).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
