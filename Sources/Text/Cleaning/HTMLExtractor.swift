/// The reading text of an HTML page.
package enum HTMLExtractor {
  /// The text without furniture, and how much of which furniture went.
  ///
  /// Any bytes are a page: nothing throws, and time grows with the bytes. The title leads
  /// unless the first heading says the same.
  package static func extract(_ html: String) -> (text: String, tallies: [Tally]) {
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      let tokens = HTMLTokenizer.tokens(of: bytes)
      let boilerplate = HTMLBoilerplate(tokens, bytes)
      var layout = HTMLLayout()
      var tags = 0
      let showsTitle = !headingSaysTitle(tokens, boilerplate, bytes)
      var index = 0
      while index < tokens.count {
        let token = tokens[index]
        if let end = boilerplate.ends[index] {
          index = end + 1
          continue
        }
        switch token.kind {
        case .text: layout.write(bytes, token.start, token.end)
        case .rawText:
          if token.name == "title" && showsTitle {
            layout.open("h1")
            layout.write(bytes, token.start, token.end)
            layout.close("h1")
          } else if token.name == "xmp" {
            layout.write(bytes, token.start, token.end)
          }
        case .open:
          tags += 1
          layout.open(token.name)
        case .close: layout.close(token.name)
        }
        index += 1
      }
      var tallies = [Tally("tags", tags)]
      for (label, count) in zip(HTMLBoilerplate.labels, boilerplate.counts) {
        tallies.append(Tally(label, count))
      }
      return (String(decoding: layout.output, as: UTF8.self) + "\n", tallies)
    }
  }

  /// Whether the first `h1` that stays says what the title says, or either holds the other.
  private static func headingSaysTitle(
    _ tokens: [HTMLToken], _ boilerplate: HTMLBoilerplate, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var title = ""
    var heading = ""
    var isInHeading = false
    var index = 0
    while index < tokens.count {
      if let end = boilerplate.ends[index] {
        index = end + 1
        continue
      }
      let token = tokens[index]
      switch token.kind {
      case .rawText where token.name == "title": title += words(bytes, token)
      case .text where isInHeading: heading += words(bytes, token)
      case .open where token.name == "h1": isInHeading = true
      case .close where token.name == "h1":
        return heading.contains(title) || title.contains(heading)
      default: break
      }
      index += 1
    }
    return isInHeading
  }

  /// The letters and digits of a token, in lower case.
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ token: HTMLToken) -> String {
    var layout = HTMLLayout()
    layout.write(bytes, token.start, token.end)
    return String(decoding: layout.output, as: UTF8.self).lowercased().filter {
      $0.isLetter || $0.isNumber
    }
  }

  /// Whether a text is a page although its name does not say so.
  package static func looksLikeHTML(_ text: String) -> Bool {
    let head = text.utf8.prefix(512).filter { $0 > 0x20 }.map { $0 | 0x20 }
    let start = String(decoding: head, as: UTF8.self).replacing("\u{FEFF}", with: "")
    return start.hasPrefix("<!doctypehtml") || start.hasPrefix("<html")
  }
}
