import Testing

@testable import Text

@Suite struct TextDecodingTests {
  @Test func utf8KeepsItsMarkForTheCleanStage() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("café".utf8)
    #expect(TextDecoding.decode(bytes) == .text("\u{FEFF}café", .utf8))
  }

  @Test func utf16IsToldByItsMark() {
    #expect(
      TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0xE9, 0]) == .text("aé", .utf16LittleEndian))
    #expect(TextDecoding.decode([0xFE, 0xFF, 0, 0x61, 0x20, 0xAC]) == .text("a€", .utf16BigEndian))
    #expect(
      TextDecoding.decode([0xFF, 0xFE, 0, 0])
        == .rejected("binary (a UTF-16 mark, then no UTF-16)"))
    #expect(TextDecoding.decode([0xFF, 0xFE]) == .rejected("only blanks (0 bytes)"))
  }

  @Test func anythingElseIsWindows1252() {
    let bytes: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x80, 0x94]
    #expect(TextDecoding.decode(bytes) == .text("café “€”", .windows1252))
  }

  @Test func everyByteOfWindows1252GoesThereAndBack() {
    for byte in UInt8.min...UInt8.max {
      #expect(Windows1252.byte(of: Windows1252.scalar(of: byte)) == byte)
    }
    #expect(Windows1252.byte(of: "ж") == nil)
  }

  @Test func binaryAndEmptyBytesAreRejected() {
    #expect(TextDecoding.decode([]) == .rejected("0 bytes"))
    #expect(TextDecoding.decode([0x61, 0]) == .rejected("binary (a NUL at byte 1)"))
    let controls = [UInt8](repeating: 1, count: 30) + [UInt8](repeating: 0x61, count: 70)
    #expect(
      TextDecoding.decode(controls) == .rejected("binary (30 control characters in 100 bytes)"))
  }
}
