import Domain
import Tabular
import Testing

@testable import Generation

/// A drawn folder whose tables are read by column.
struct Folder {
  let files: [GeneratedFile]

  init(_ files: [GeneratedFile]) { self.files = files }

  init(teams: Int, seed: UInt64) throws { files = try ProgrammeGenerator(teams: teams, seed: seed).files() }

  /// The rows of a table as cells by column name.
  func rows(_ name: String) throws -> [[String: String]] {
    let file = try #require(files.first { $0.name == name }, "\(name)")
    let reading = CSVReader().read(Array(file.text.utf8))
    #expect(reading.problems == [])
    let header = reading.table.header
    return reading.table.rows.map { row in
      Dictionary(uniqueKeysWithValues: (0..<header.count).map { (header[$0].text, row[$0].text) })
    }
  }

  /// A column of a table.
  func column(_ name: String, _ column: String) throws -> [String] {
    try rows(name).map { try #require($0[column], "\(column)") }
  }

  /// FNV-1a over names and texts.
  var digest: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files {
      for byte in "\(file.name)\n\(file.text)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    return String(hash, radix: 16)
  }
}
