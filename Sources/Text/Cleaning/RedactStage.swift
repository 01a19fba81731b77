/// Replaces what identifies a person: e-mail addresses and telephone numbers.
package struct RedactStage: PipelineStage {
  package let name = "redact"
  package let summary = "replace e-mail addresses by <email> and telephone numbers by <phone>"

  package init() {}

  package func apply(_ documents: [Document]) -> StageResult {
    .rewriting(documents) { document in
      let (text, emails, phones) = Self.redact(document.text, isCode: document.kind == .code)
      return (text, [Tally("e-mail addresses", emails), Tally("telephone numbers", phones)])
    }
  }

  /// The text without addresses and numbers, and how many there were of each.
  package static func redact(
    _ text: String, isCode: Bool = false
  ) -> (text: String, emails: Int, phones: Int) {
    let bytes = Array(text.utf8)
    let emails = EmailScanner.ranges(in: bytes)
    let phones = PhoneScanner.ranges(in: bytes, isCode: isCode).filter { phone in
      !emails.contains { $0.overlaps(phone) }
    }
    if emails.isEmpty && phones.isEmpty { return (text, 0, 0) }
    let marks =
      emails.map { ($0, "<email>") } + phones.map { ($0, "<phone>") }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    for (range, mark) in marks.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      output += bytes[index..<range.lowerBound]
      output += mark.utf8
      index = range.upperBound
    }
    output += bytes[index...]
    return (String(decoding: output, as: UTF8.self), emails.count, phones.count)
  }
}
