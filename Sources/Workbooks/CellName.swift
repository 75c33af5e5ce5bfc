/// The name of a cell, as `C5`.
public enum CellName {
  /// The name of the cell in this row and column, both from 1.
  public static func of(row: Int, column: Int) -> String { letters(column) + "\(row)" }

  /// The letters of a column, from 1: A, Z, AA.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      let (next, letter) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(letter))) + letters
      rest = next
    }
    return letters
  }

  /// The row and column that `name` means, with or without `$`; `nil` where a sheet has no such cell.
  static func place(_ name: some StringProtocol) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard row == 0 else { return nil }
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= lastColumn, row <= lastRow else { return nil }
    }
    return column > 0 && row > 0 ? (row, column) : nil
  }

  /// A sheet's last row.
  static let lastRow = 1_048_576
  /// A sheet's last column, XFD.
  static let lastColumn = 16_384
}
