import Foundation

/// The tables of scenarios/tutorial/README.md, in which the plan is worked out by hand.
struct HandCalculation {
  /// Every table: the text line before it, its header, its rows; emphasis removed.
  struct Table {
    var introduction: String
    var header: [String]
    var rows: [[String]]
  }

  let tables: [Table]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/tutorial")

  init() throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    var tables: [Table] = []
    var introduction = ""
    var isInside = false
    for line in text.split(separator: "\n").map(String.init) {
      guard line.hasPrefix("|") else {
        introduction = line
        isInside = false
        continue
      }
      let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.replacingOccurrences(of: "**", with: "").trimmingCharacters(in: .whitespaces) }
      if !isInside {
        tables.append(Table(introduction: introduction, header: cells, rows: []))
        isInside = true
      } else if !cells.allSatisfy({ $0 == "---" }) {
        tables[tables.count - 1].rows.append(cells)
      }
    }
    self.tables = tables
  }

  /// The table that follows a line beginning like this.
  func table(after introduction: String) throws -> Table {
    guard let table = tables.first(where: { $0.introduction.hasPrefix(introduction) }) else {
      throw Missing(introduction: introduction)
    }
    return table
  }

  struct Missing: Error {
    var introduction: String
  }
}
