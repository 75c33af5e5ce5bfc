import CLibical
import Domain
import Foundation
import Testing

@testable import ICalendar

struct CalendarTextTests {
  @Test(
    "Text becomes one line",
    arguments: [
      ("plain", "plain"), ("  a \t b  ", "a b"), ("a\r\nb", "a b"), ("a\u{0}b", "a b"), ("a\u{A0}b", "a b"),
      ("a\u{2029}b", "a b"), ("\u{FEFF}a", "a"), ("a\u{202E}b", "a b"), ("", ""), (" ", ""), ("\r\n", ""),
      ("a  b", "a b"), ("a ", "a"), ("é  a", "é a"),
      ("O'Neill – Ä漢👩‍⚕️", "O'Neill – Ä漢👩‍⚕️"),
    ])
  func line(text: String, line: String) {
    #expect(text.onOneLine == line)
  }

  @Test(
    "The text of a property that is in no standard is escaped, and folded where it is long",
    arguments: [
      ("plain: text", "plain: text"), ("A, B; C\\D", #"A\, B\; C\\D"#), ("a\r\nb", "a b"), ("", ""),
      (String(decoding: [0xEF, 0xB7, 0x90, 0x61, 0xEF, 0xB7, 0x91], as: UTF8.self), "a"),
      (String(repeating: "ä,", count: 60), String(repeating: #"ä\,"#, count: 60)),
    ])
  func property(text: String, value: String) throws {
    let calendar = CalendarComponent(ICAL_VCALENDAR_COMPONENT)
    calendar.add("X-WR-CALNAME", text)
    let bytes = calendar.bytes
    #expect(try #require(unfolded(bytes).dropFirst().first) == "X-WR-CALNAME:" + value)
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
  }

  @Test(
    "A parameter has neither quotation marks nor circumflexes",
    arguments: [("a\"b", "a'b"), ("a^nb", "anb"), ("^^", ""), ("a ^ b", "a b"), ("a,b;c:d", "a,b;c:d")])
  func parameter(text: String, parameter: String) {
    #expect(CalendarText.parameter(text) == parameter)
  }
}
