/// Finds the blocks of a page that are furniture: navigation, headers and footers, forms, notices
/// about cookies, scripts. A block is told by its tag, its role, its class or id, or, a list, by
/// being made of links (the link density of Kohlschütter et al. 2010).
struct HTMLBoilerplate {
  /// How many blocks of each sort were found; the labels are in `labels`.
  private(set) var counts: [Int]
  /// For the token that opens a dropped block, the token that closes it.
  private(set) var ends: [Int: Int] = [:]

  static let labels = [
    "navigation", "headers and footers", "asides", "forms", "notices and adverts",
    "scripts and styles", "lists of links",
  ]

  private enum Sort: Int { case navigation, edge, aside, form, notice, script, links }

  private static let byTag: [String: Sort] = [
    "nav": .navigation, "footer": .edge, "aside": .aside, "form": .form, "button": .form,
    "select": .form, "dialog": .notice, "script": .script, "style": .script, "noscript": .script,
    "template": .script, "svg": .script, "math": .script, "iframe": .script, "object": .script,
    "canvas": .script, "audio": .script, "video": .script, "textarea": .form, "menu": .navigation,
  ]
  private static let byRole: [String: Sort] = [
    "navigation": .navigation, "banner": .edge, "contentinfo": .edge, "search": .form,
    "complementary": .aside, "dialog": .notice, "alert": .notice,
  ]
  private static let byWord: [String: Sort] = {
    var table: [String: Sort] = [:]
    let words: [(Sort, [String])] = [
      (
        .navigation,
        [
          "nav", "navbar", "navigation", "menu", "mainmenu", "submenu", "topnav", "sidenav",
          "breadcrumb", "breadcrumbs", "toc", "fancy_toc", "pagination", "pager", "skip",
          "skiplink",
        ]
      ),
      (.edge, ["header", "footer", "masthead", "tagline", "nosearch", "noindex", "copyright"]),
      (.aside, ["sidebar", "related", "widget"]),
      (.form, ["search", "searchbox", "searchmenu", "newsletter", "subscribe", "login"]),
      (
        .notice,
        [
          "cookie", "cookies", "consent", "gdpr", "banner", "advert", "adverts", "advertisement",
          "ads", "ad", "promo", "sponsor", "social", "share", "sharing", "popup", "modal",
        ]
      ),
    ]
    for (sort, names) in words { for name in names { table[name] = sort } }
    return table
  }()
  /// Blocks whose class or id may make them furniture.
  private static let containers: Set<String> = [
    "div", "section", "ul", "ol", "p", "span", "table", "td", "a", "header", "aside",
  ]

  init(_ tokens: [HTMLToken], _ bytes: UnsafeBufferPointer<UInt8>) {
    counts = [Int](repeating: 0, count: Self.labels.count)
    let map = HTMLBlockMap(tokens, bytes)
    var dropUntil = -1
    for index in tokens.indices where tokens[index].kind == .open && index > dropUntil {
      guard let end = map.close[index],
        let sort = Self.sort(of: index, end, tokens, bytes, map)
      else { continue }
      counts[sort.rawValue] += 1
      ends[index] = end
      dropUntil = end
    }
  }

  private static func sort(
    of index: Int, _ end: Int, _ tokens: [HTMLToken], _ bytes: UnsafeBufferPointer<UInt8>,
    _ map: HTMLBlockMap
  ) -> Sort? {
    let token = tokens[index]
    if let sort = byTag[token.name] { return sort }
    if token.name == "header" && !map.isInArticle[index] { return .edge }
    // A block that holds the page's own content is kept whatever it is called.
    if containers.contains(token.name), !map.holdsContent(index, end) {
      let attributes = HTMLAttributes(token, bytes)
      if attributes.isHidden { return .notice }
      if let sort = byRole[attributes.role] { return sort }
      for word in attributes.words { if let sort = sortOf(word: word) { return sort } }
    }
    let isList = token.name == "ul" || token.name == "ol"
    return isList && map.isMadeOfLinks(index, end) ? .links : nil
  }

  /// `cookie`, `cookie-banner`, `site-footer`; not `with-sidebar`, which says what is beside it.
  private static func sortOf(word: Substring) -> Sort? {
    if let sort = byWord[String(word)] { return sort }
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    if ["with", "has", "no", "without", "is"].contains(first) { return nil }
    return byWord[String(first)] ?? byWord[String(last)]
  }
}

/// Which tag closes which, and running sums that tell what a block holds.
struct HTMLBlockMap {
  /// For the token index of an opening tag, its closing tag; a tag that is never closed is absent.
  private(set) var close: [Int: Int] = [:]
  /// Whether a token lies inside `article` or `main`.
  private(set) var isInArticle: [Bool]
  private var textBytes: [Int] = [0]
  private var linkBytes: [Int] = [0]
  private var links: [Int] = [0]
  private var contents: [Int] = [0]

  init(_ tokens: [HTMLToken], _ bytes: UnsafeBufferPointer<UInt8>) {
    var open: [String: [Int]] = [:]
    var isLink = false
    isInArticle = []
    for (index, token) in tokens.enumerated() {
      var text = 0
      var content = 0
      var link = 0
      switch token.kind {
      case .open:
        open[token.name, default: []].append(index)
        if token.name == "a" && HTMLAttributes.contains("href", in: token, bytes) {
          isLink = true
          link = 1
        }
        content = ["h1", "main", "article", "body"].contains(token.name) ? 1 : 0
      case .close:
        if let start = open[token.name]?.popLast() { close[start] = index }
        if token.name == "a" { isLink = false }
      case .text: text = bytes[token.start..<token.end].count { $0 > 0x20 }
      case .rawText: break
      }
      isInArticle.append(open["article"]?.isEmpty == false || open["main"]?.isEmpty == false)
      textBytes.append(textBytes[index] + text)
      linkBytes.append(linkBytes[index] + (isLink ? text : 0))
      links.append(links[index] + link)
      contents.append(contents[index] + content)
    }
  }

  /// Whether the block holds the page's heading or article, or more than half of its text.
  func holdsContent(_ start: Int, _ end: Int) -> Bool {
    let text = textBytes[end] - textBytes[start]
    return contents[end] > contents[start + 1] || text * 2 > textBytes[textBytes.count - 1]
  }

  /// Whether nine tenths of the block's text are links, three of them at least.
  func isMadeOfLinks(_ start: Int, _ end: Int) -> Bool {
    let text = textBytes[end] - textBytes[start]
    let linked = linkBytes[end] - linkBytes[start]
    return links[end] - links[start] >= 3 && linked * 10 >= text * 9
  }
}
