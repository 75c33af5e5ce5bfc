/// Tells what separates the cells of a table.
enum DelimiterGuess {
  /// What was found.
  enum Answer {
    case certain(Dialect)
    /// The header can be read either way, and so can the rows.
    case ambiguous([(dialect: Dialect, cells: Int)])
  }

  /// A first line `sep=;` of Excel: what it names, and how many bytes it takes with its line end.
  static func declared(in text: ArraySlice<UInt8>) -> (dialect: Dialect, length: Int)? {
    let start = Array("sep=".utf8)
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let bare = line.filter { $0 != UInt8(ascii: "\"") }
    guard line.count <= 8, bare.count == 5, bare.prefix(4).map({ $0 | 0x20 }) == start.map({ $0 | 0x20 }),
      let dialect = Dialect.known.first(where: { $0.delimiter == bare[4] })
    else { return nil }
    let rest = text.dropFirst(line.count)
    let end = rest.starts(with: [0x0D, 0x0A]) ? 2 : rest.isEmpty ? 0 : 1
    return (dialect, line.count + end)
  }

  /// By the header, the first line of `text` that is not empty; where more than one candidate stands in it outside
  /// quotes, by the rows after it.
  static func dialect(of text: ArraySlice<UInt8>) -> Answer {
    let candidates = Dialect.known.map { dialect in
      (dialect: dialect, counts: counts(of: dialect.delimiter, in: text, records: 1))
    }.filter { ($0.counts.first ?? 0) > 1 }
    if candidates.count <= 1 { return .certain(candidates.first?.dialect ?? .commaSeparated) }
    let even = candidates.filter { candidate in
      let counts = counts(of: candidate.dialect.delimiter, in: text, records: looked)
      return counts.count > 1 && counts.allSatisfy { $0 == counts[0] }
    }
    if even.count == 1 { return .certain(even[0].dialect) }
    return .ambiguous(candidates.map { ($0.dialect, $0.counts.first ?? 0) })
  }

  /// So many records, the header among them, are looked at.
  private static let looked = 100

  /// How many cells each of the first `records` records has that are not empty lines.
  private static func counts(of delimiter: UInt8, in text: ArraySlice<UInt8>, records: Int) -> [Int] {
    var counts: [Int] = []
    var cells = 1
    var isQuoted = false
    var isEmpty = true
    for byte in text {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        isEmpty = false
      } else if isQuoted {
        continue
      } else if byte == delimiter {
        cells += 1
        isEmpty = false
      } else if byte == 0x0A {
        if !isEmpty { counts.append(cells) }
        if counts.count == records { return counts }
        cells = 1
        isEmpty = true
      } else if byte != 0x0D {
        isEmpty = false
      }
    }
    if !isEmpty { counts.append(cells) }
    return counts
  }
}
