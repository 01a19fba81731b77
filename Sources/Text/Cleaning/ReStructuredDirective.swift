/// What becomes of a directive of reStructuredText.
enum ReStructuredDirective: Equatable {
  /// Nothing is printed, nor its body.
  case silent
  /// The body is kept to the letter: code.
  case literal
  /// A word or two (`Note:`) and then the body.
  case admonition(String)
  /// The argument is the signature of what the body describes.
  case object
  /// Only the body.
  case container

  private static let silentNames: Set<String> = [
    "index", "module", "moduleauthor", "sectionauthor", "toctree", "highlight", "tabularcolumns",
    "currentmodule", "include", "literalinclude", "audit-event", "image", "figure", "program",
    "contents", "testsetup", "testcleanup", "raw", "meta", "default-domain", "codeauthor",
    "py:currentmodule", "py:module", "sectnum", "highlightlang", "availability",
    "deprecated-removed",
  ]
  private static let literalNames: Set<String> = [
    "code-block", "code", "sourcecode", "doctest", "testcode", "testoutput", "parsed-literal",
    "productionlist", "math",
  ]
  private static let leads: [String: String] = [
    "note": "Note:", "warning": "Warning:", "seealso": "See also:", "tip": "Tip:",
    "important": "Important:", "caution": "Caution:", "danger": "Danger:", "hint": "Hint:",
    "attention": "Attention:", "impl-detail": "Implementation detail:", "rubric": "",
    "versionadded": "New in version", "versionchanged": "Changed in version",
    "deprecated": "Deprecated since version", "topic": "", "sidebar": "", "admonition": "",
  ]
  private static let containerNames: Set<String> = [
    "only", "list-table", "table", "container", "hlist", "centered", "glossary", "epigraph",
  ]

  init(_ name: String) {
    if Self.silentNames.contains(name) {
      self = .silent
    } else if Self.literalNames.contains(name) {
      self = .literal
    } else if let lead = Self.leads[name] {
      self = .admonition(lead)
    } else {
      self = Self.containerNames.contains(name) ? .container : .object
    }
  }
}
