import Testing

@testable import Workbooks

@Suite struct XMLScannerTests {
  private func pieces(_ text: String) throws(XMLFault) -> [XMLScanner.Event] {
    var scanner = try XMLScanner(Array(text.utf8))
    var events: [XMLScanner.Event] = []
    while true {
      let event = try scanner.next()
      events.append(event)
      if event == .finished { return events }
    }
  }

  private func fault(_ text: String) -> String? {
    do {
      _ = try pieces(text)
      return nil
    } catch {
      return "\(error.what) at \(error.offset)"
    }
  }

  @Test func `elements, attributes and text come in their order, without prefixes`() throws {
    let text = "\u{FEFF}<?xml version='1.0'?><!-- a --><x:a b = 'c\"&lt;' x:d=\"\"><e/>f&amp;g</x:a >\n"
    #expect(
      try pieces(text) == [
        .start(
          XMLElement(name: "a", attributes: [.init(name: "b", value: "c\"<"), .init(name: "d", value: "")])),
        .start(XMLElement(name: "e", attributes: [])), .end("e"), .text("f&g"), .end("a"), .finished,
      ])
  }

  @Test(arguments: [
    ("", "ends too early at 0"), ("<a>", "ends too early at 3"),
    ("<a></b>", "has a tag that closes another at 6"),
    ("<a/><b/>", "has two roots at 4"), ("x<a/>", "has text outside its root at 1"),
    ("<a b></a>", "has an attribute without a value at 4"),
    ("<a b=c/>", "has an attribute without quotes at 5"),
    ("<a b='c", "has an attribute that never ends at 7"),
    ("<a b='<'/>", "has an attribute that never ends at 6"),
    ("<a>&b;</a>", "names a character that nobody knows at 6"),
    ("<a>&#xD800;</a>", "names a character that nobody knows at 11"),
    ("<a>&#99999999999;</a>", "names a character that nobody knows at 17"),
    ("<>", "has a tag or an attribute without a name at 1"),
    ("<a><![CDATA[x</a>", "holds text that never ends at 3"),
    ("<!DOCTYPE a><a/>", "declares a document type, or something else that is not read at 0"),
    ("<a><!-- x </a>", "declares a document type, or something else that is not read at 3"),
  ])
  func `what is no XML is told where it ends`(text: String, expected: String) {
    #expect(fault(text) == expected)
  }

  @Test func `depth and attributes are limited`() {
    let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
    #expect(fault(deep)?.hasPrefix("is nested too deeply") == true)
    let many = "<a" + (0...256).map { " b\($0)=''" }.joined() + "/>"
    #expect(fault(many)?.hasPrefix("has an element of too many attributes") == true)
    #expect(throws: XMLFault(what: "is not UTF-8", offset: 0)) { try XMLScanner([0x3C, 0xFF]) }
  }
}
