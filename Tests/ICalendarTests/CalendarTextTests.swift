import Domain
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
    "A parameter has neither quotation marks nor circumflexes",
    arguments: [("a\"b", "a'b"), ("a^nb", "anb"), ("^^", ""), ("a ^ b", "a b"), ("a,b;c:d", "a,b;c:d")])
  func parameter(text: String, parameter: String) {
    #expect(CalendarText.parameter(text) == parameter)
  }
}
