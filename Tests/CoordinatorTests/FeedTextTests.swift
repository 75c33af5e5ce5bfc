import Foundation
import Testing

@testable import Coordinator

@Suite("Entries keep their stamps")
struct FeedTextTests {
  private func feed(_ entries: [(uid: String, says: String)], stamp: String) -> [UInt8] {
    let blocks = entries.map { entry in
      "BEGIN:VEVENT\r\nDTSTAMP:\(stamp)\r\nLAST-MODIFIED:\(stamp)\r\nUID:\(entry.uid)\r\n"
        + "DESCRIPTION:\(entry.says)\\nPlan made Tue 1 J\r\n un 2027.\\n\r\nSEQUENCE:0\r\nEND:VEVENT\r\n"
    }
    return Array(("BEGIN:VCALENDAR\r\n" + blocks.joined() + "END:VCALENDAR\r\n").utf8)
  }

  @Test func `an entry that says the same keeps its stamp, another one gets the new one`() {
    let old = feed([("a", "one"), ("b", "two")], stamp: "20270101T000000Z")
    let new = feed([("a", "one"), ("b", "three"), ("c", "four")], stamp: "20270601T000000Z")
    let kept = String(decoding: FeedText(new).keeping(FeedText(old)), as: UTF8.self)
    let stamps = kept.components(separatedBy: "\r\n").filter { $0.hasPrefix("DTSTAMP:") }
    #expect(stamps == ["DTSTAMP:20270101T000000Z", "DTSTAMP:20270601T000000Z", "DTSTAMP:20270601T000000Z"])
  }

  @Test func `a calendar that says the same is the same bytes`() {
    let old = feed([("a", "one"), ("b", "two")], stamp: "20270101T000000Z")
    let new = feed([("a", "one"), ("b", "two")], stamp: "20270601T000000Z")
    #expect(FeedText(new).keeping(FeedText(old)) == old)
  }

  @Test func `the bytes of a calendar are what it was taken apart from`() {
    for entries in [[], [("a", "one")], [("a", "one"), ("b", "two")]] as [[(uid: String, says: String)]] {
      let bytes = feed(entries, stamp: "20270101T000000Z")
      #expect(FeedText(bytes).keeping(FeedText([])) == bytes)
    }
  }
}
