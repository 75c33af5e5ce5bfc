/// Keeps a spreadsheet from evaluating a cell, without changing the value that is read back.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return (or a full-width
/// form of the first four) for a formula. The writer puts an apostrophe before such a cell, and before one that
/// already begins with apostrophes and then such a character; the reader takes one apostrophe away from every
/// cell that begins with apostrophes and then such a character. So each value comes back as it was, whether
/// or not a spreadsheet has opened and saved the file in between. A negative number is no formula and is left
/// alone; `'tis` and `O'Neill` never change.
public enum FormulaGuard {
  /// The cell to be written for `value`.
  public static func guarded(_ value: String) -> String {
    isTempting(value.utf8) && !isNegativeNumber(value.utf8) ? "'" + value : value
  }

  /// The value that a written cell stands for.
  public static func unguarded(_ cell: String) -> String {
    cell.utf8.first == apostrophe && isTempting(cell.utf8) ? String(cell.dropFirst()) : cell
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Whether `bytes` are any number of apostrophes and then something that starts a formula.
  static func isTempting(_ bytes: some Sequence<UInt8>) -> Bool {
    var rest = bytes.makeIterator()
    var byte = rest.next()
    while byte == apostrophe { byte = rest.next() }
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    case 0xEF:
      // U+FF1D, U+FF0B, U+FF0D and U+FF20: the full-width forms of = + - @.
      guard rest.next() == 0xBC, let last = rest.next() else { return false }
      return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0
    default:
      return false
    }
  }

  /// Whether `bytes` are a minus sign, digits and perhaps a point and more digits.
  private static func isNegativeNumber(_ bytes: String.UTF8View) -> Bool {
    guard bytes.first == UInt8(ascii: "-") else { return false }
    let parts = bytes.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return false }
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
  }
}
