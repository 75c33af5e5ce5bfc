import Tabular

/// A table as a spreadsheet holds it: cells to change, and no opinion on what they mean.
struct Sheet {
  /// The header and the rows; the header is always there.
  var rows: [[String]]

  init(_ bytes: [UInt8]) {
    let table = CSVReader().read(bytes).table
    let lines = [table.header] + table.rows
    rows = lines.map { line in (0..<line.count).map { line[$0].text } }
  }

  var header: [String] { rows.first ?? [] }
  /// The indices of the rows under the header.
  var body: Range<Int> { rows.count > 1 ? 1..<rows.count : 0..<0 }

  /// The cells of the column called `name`, without the header.
  func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.dropFirst().compactMap { index < $0.count ? $0[index] : nil }
  }

  /// As CSV, a cell in quotes only where it must be.
  var bytes: [UInt8] {
    var text = ""
    for row in rows {
      text += row.map(Self.written).joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func written(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}
