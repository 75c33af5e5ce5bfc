import Fixtures
import Testing
import Workbooks

/// Whatever bytes come in, the reader answers.
@Suite struct WorkbookMutationTests {
  private static func book() -> BookWriter {
    var sheet = BookWriter.Sheet(
      "S & T",
      [
        [.text("person_id"), .text("date"), .inline("start")],
        [.text("R0A-lead"), .number("46398", style: 1), .number("0.375", style: 3)],
        [
          .boolean(true), .xml("<c r=\"B3\" t=\"str\"><f>B2</f><v>x_x000D_</v></c>"),
          .xml("<c r=\"C3\" t=\"e\"><v>#N/A</v></c>"),
        ],
      ])
    sheet.before = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
    sheet.after = "<mergeCells><mergeCell ref=\"A9:B9\"/></mergeCells>"
    return BookWriter([sheet])
  }

  private static let interesting = Array("<>&;\"'/=!?[]-x0#\u{0}é".utf8) + [0xFF, 0xC0]

  private func mutated(_ bytes: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.insert(Self.interesting.randomElement(using: &generator) ?? 0, at: place)
      case 1: if place < bytes.count { bytes.remove(at: place) }
      case 2: if place < bytes.count { bytes[place] = Self.interesting.randomElement(using: &generator) ?? 0 }
      case 3:
        bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &generator)))
      default: bytes.insert(contentsOf: bytes.suffix(from: place).prefix(30), at: place)
      }
    }
    return bytes
  }

  @Test func `every beginning of a workbook is answered`() {
    let whole = Self.book().bytes
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: WorkbookFault.self) { try Workbook(Array(whole.prefix(length))) }
    }
  }

  @Test func `three thousand mutations of an archive are answered`() {
    let whole = Self.book().bytes
    var generator = SplitMix(state: 7)
    for _ in 0..<3000 { _ = try? Workbook(mutated(whole, &generator)) }
  }

  /// Checksums keep most of those before from reaching the parts; these do reach them.
  @Test(arguments: [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml", "_rels/.rels",
  ])
  func `a thousand mutations of each part are answered`(part: String) throws {
    let writer = Self.book()
    let bytes = try #require(writer.texts[part])
    var generator = SplitMix(state: 11)
    var read = 0
    for _ in 0..<1000 {
      var changed = writer
      changed.parts[part] = String(decoding: mutated(bytes, &generator), as: UTF8.self)
      if (try? Workbook(changed.bytes)) != nil { read += 1 }
    }
    #expect((1..<1000).contains(read))
  }
}
