import Domain
import Intake

/// The parts that name a row, as one text: separated by `|`, and in a part `|` is written `%7C` and `%` `%25`.
enum RowKey {
  /// The text of `parts`.
  static func text(_ parts: [String]) -> String {
    parts.map { part in
      part.utf8.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "%") }
        ? part.replacing("%", with: "%25").replacing("|", with: "%7C") : part
    }.joined(separator: "|")
  }

  /// The parts of `text`.
  static func parts(of text: String) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { part in
      part.utf8.contains(UInt8(ascii: "%"))
        ? String(part).replacing("%7C", with: "|").replacing("%25", with: "%") : String(part)
    }
  }

  /// Whether a row is an entry of a room's calendar, whose name is then a fourth part; the others are kept by hand.
  static func isOfCalendar(_ row: StoredRow) -> Bool {
    row.table == TableKind.roomBookings.file && parts(of: row.key).count == 4
  }

  /// The key for people, as in `R0A, Tuesday, 09:00`.
  static func shown(_ text: String) -> String {
    parts(of: text).filter { !$0.isEmpty }.joined(separator: ", ").onOneLine
  }
}
