import Domain
import Testing

@testable import Reports

struct HTMLTests {
  @Test(
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\"quoted\" & 'single'", "&quot;quoted&quot; &amp; 'single'"), ("&amp;", "&amp;amp;"),
      ("a\r\nb\tc\u{0}d", "a  b c d"), ("\u{202E}gnp.exe\u{2066}", " gnp.exe "),
      ("Ä漢👩‍⚕️ عربى", "Ä漢👩‍⚕️ عربى"), ("", ""),
    ] as [(String, String)])
  func `text is escaped, and turns no direction`(words: String, escaped: String) {
    #expect(HTMLWriter.escaped(words) == escaped)
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFE] as [UInt32])
  func `what no page may hold is replaced`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(HTMLWriter.escaped(String(Character(scalar))) == "\u{FFFD}")
  }

  @Test func `an element is written with its attributes in order, and nothing inside is markup`() {
    var writer = HTMLWriter()
    writer.write(
      .node(
        .p, [.class("a"), .id("\"><script>")],
        ["<b>", .node(.strong, [], "1 < 2"), [" & ", .none, "so on"]]))
    #expect(
      writer.text
        == "\n<p class=\"a\" id=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;<strong>1 &lt; 2</strong> &amp; so on</p>"
    )
  }

  @Test func `a value put into a literal is text as well`() {
    var writer = HTMLWriter()
    let name = "<i>"
    writer.write("name: \(name)")
    #expect(writer.text == "name: &lt;i&gt;")
  }

  @Test(arguments: [
    ("RM3-lead@example.org", "mailto:RM3-lead@example.org"), ("a_b.c@x-y.nhs.uk", "mailto:a_b.c@x-y.nhs.uk"),
    ("two@at@example.org", nil), ("a@b?subject=x", nil), ("a b@example.org", nil), ("@example.org", nil),
    ("javascript:alert(1)@x", nil), ("", nil), ("é@example.org", nil),
  ])
  func `only a plain address becomes a link`(address: String, link: String?) {
    #expect(HTMLAttribute.letter(to: address)?.value == link)
  }

  @Test func `a table has a caption, headings with their scope, groups and a last row`() {
    let table = HTMLTable(
      caption: "Fruit", columns: [.words("Name"), .numbers("How many")],
      groups: [.init(heading: "Red", rows: [["Apple", "2"]]), .init(heading: nil, rows: [["Pear", "3"]])],
      total: ["In all", "5"])
    var writer = HTMLWriter()
    writer.write(table.html)
    #expect(
      writer.text == """

        <table>
        <caption>Fruit</caption>
        <thead>
        <tr>
        <th scope="col">Name</th>
        <th scope="col" class="number">How many</th></tr></thead>
        <tbody>
        <tr class="group">
        <th scope="rowgroup" colspan="2">Red</th></tr>
        <tr>
        <th scope="row">Apple</th>
        <td class="number">2</td></tr></tbody>
        <tbody>
        <tr>
        <th scope="row">Pear</th>
        <td class="number">3</td></tr></tbody>
        <tfoot>
        <tr>
        <th scope="row">In all</th>
        <td class="number">5</td></tr></tfoot></table>
        """)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.04, "0"), (12.34, "12.3"), (12.96, "13"), (-7.25, "-7.3"), (.nan, "0"), (.infinity, "0"),
  ])
  func `a place in a picture is written to a tenth`(value: Double, text: String) {
    #expect(Figures.short(value) == text)
  }
}
