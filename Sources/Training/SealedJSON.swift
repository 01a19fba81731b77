import Foundation
import Kernels

/// A JSON object that carries a fingerprint of its own bytes as its last field, `check`, so that no
/// changed, missing or exchanged byte goes unnoticed. In a chain each check covers the one before.
package enum SealedJSON {
  private struct Style {
    let end: String
    let field: String
    static let line = Style(end: "}", field: #","check":""#)
    static let page = Style(end: "\n}", field: ",\n  \"check\" : \"")
    func suffix(_ check: Fingerprint) -> Data { Data((field + "\(check)\"" + end).utf8) }
  }

  private static func check(_ json: Data, after previous: Fingerprint) -> Fingerprint {
    Fingerprint(combining: [previous, json.withUnsafeBytes { Fingerprint(bytes: $0) }])
  }

  /// `json` with its check. An object spread over lines stays so.
  /// - Parameter previous: what comes before in the chain
  /// - Precondition: `json` is an object that is not empty, as `JSONEncoder` writes it.
  package static func seal(
    _ json: Data, after previous: Fingerprint = Fingerprint(value: 0)
  ) -> (bytes: Data, check: Fingerprint) {
    let style = json.suffix(2).elementsEqual(Style.page.end.utf8) ? Style.page : Style.line
    let check = check(json, after: previous)
    return (json.dropLast(style.end.utf8.count) + style.suffix(check), check)
  }

  /// The object and its check; nil if a byte is not what was sealed.
  package static func open(
    _ bytes: Data, after previous: Fingerprint = Fingerprint(value: 0)
  ) -> (json: Data, check: Fingerprint)? {
    let style = bytes.suffix(2).elementsEqual(Style.page.end.utf8) ? Style.page : Style.line
    let suffixLength = style.suffix(previous).count
    guard bytes.count > suffixLength else { return nil }
    let json = bytes.dropLast(suffixLength) + Data(style.end.utf8)
    let check = check(json, after: previous)
    return bytes.suffix(suffixLength) == style.suffix(check) ? (json, check) : nil
  }
}
