import Testing

@testable import Text

@Suite struct RedactStageTests {
  private func redact(_ text: String, isCode: Bool = false) -> String {
    RedactStage.redact(text, isCode: isCode).text
  }

  @Test(arguments: [
    ("Write to anna.pryce+boats@harbour.tidewick.example.", "Write to <email>."),
    ("<mailto:a@b.co>", "<mailto:<email>>"), ("office (at) tidewick.org now", "<email> now"),
    ("A@B.COM,c@d.net", "<email>,<email>"), ("jo@x-y.io: hi", "<email>: hi"),
    ("End.anna@b.org", "<email>"),
  ])
  func addresses(text: String, expected: String) {
    #expect(redact(text) == expected)
  }

  @Test(arguments: [
    "@decorator", "a @ b.com", "user@host", "price @ 3.50", "x@1.2", "@anna on the board", "a@b.c",
    "at (at) once",
  ])
  func noAddresses(text: String) {
    #expect(redact(text) == text)
  }

  @Test(arguments: [
    ("Ring +44 20 7946 0958 today", "Ring <phone> today"), ("(01632) 960 123", "<phone>"),
    ("01632 960123.", "<phone>."), ("020 7946 0958", "<phone>"), ("0161 496 0123", "<phone>"),
    ("01632960123", "<phone>"), ("call 555-0142!", "call <phone>!"), ("415-555-0134", "<phone>"),
    ("1-800-555-0199", "<phone>"), ("+1 (415) 555-0134", "<phone>"),
    ("Tel: 0204 5567", "Tel: <phone>"),
    ("telephone 24 601", "telephone <phone>"), ("+441632960123", "<phone>"),
    ("Tel:01632 960 123", "Tel:<phone>"), ("phone 555.010.1234, 3 rooms", "phone <phone>, 3 rooms"),
    ("(555) 010-1234", "<phone>"), ("555-0142 12 boats", "<phone> 12 boats"),
  ])
  func numbers(text: String, expected: String) {
    #expect(redact(text) == expected)
  }

  @Test(arguments: [
    "leaves at 07:30 and 12:45", "07:30-08:15", "0730 0815 0900", "0730 0830", "at 0730",
    "2024-05-17", "17.05.2024", "17-05-2024", "1914-1918", "ISBN 978-0-306-40615-7",
    "ISBN 0-306-40615-2", "9780306406157", "version 3.11.2", "v2.0.1", "192.168.10.1",
    "1,234,567 herring", "12.50", "3.14159265", "2022-12-14 16:04:04", "rooms 12-14", "5 000 000",
    "pages 120-134", "call 65490 for printing", "5/6", "+3", "a123-4567", "#555-0142x", "1 2 3 4 5",
    "50.123456, -4.123456", "20240517", "0x1234567", "call at 0730 0830", "+35236450.6",
    "100 200 300",
  ])
  func noNumbers(text: String) {
    #expect(redact(text) == text)
  }

  @Test func arithmeticIsNoTelephoneNumber() {
    #expect(redact("x = 555-0142 + 415-555-0134", isCode: true) == "x = 555-0142 + 415-555-0134")
    #expect(redact("# phone 555-0142", isCode: true) == "# phone <phone>")
    #expect(redact("author = 'a@b.org'", isCode: true) == "author = '<email>'")
  }

  @Test func theStageCountsBoth() {
    let result = RedactStage().apply([
      .sample("nothing here"), .sample("a@b.org and c@d.org, or 01632 960123", id: "b"),
    ])
    #expect(result.kept[1].text == "<email> and <email>, or <phone>")
    #expect(result.changed == 1)
    #expect(result.done == ["e-mail addresses 2", "telephone numbers 1"])
    #expect(result.example?.after == "<email> and <email>, or <phone>")
  }
}
