/// Something wrong with the text of a table.
public struct CSVProblem: Sendable, Equatable {
  /// Where.
  public var position: TextPosition
  /// The cell's number in its row from 1; `nil` where no one cell is meant.
  public var field: Int?
  /// What.
  public var kind: CSVProblemKind

  /// A problem at a place.
  public init(position: TextPosition, field: Int? = nil, kind: CSVProblemKind) {
    self.position = position
    self.field = field
    self.kind = kind
  }

  /// What is wrong, as a clause.
  public var what: String { kind.what }
  /// What to do about it, as a clause.
  public var whatToDo: String { kind.whatToDo }
}

/// What may be wrong with the text of a table.
public enum CSVProblemKind: Sendable, Equatable {
  /// The file holds more than `limit` bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// The file holds no line with anything on it.
  case empty
  /// The file looks like UTF-16 and has no mark that tells its byte order.
  case utf16WithoutMark
  /// The file holds a spreadsheet workbook or another archive.
  case archive
  /// The header can be read in more than one way, each as `3 cells separated by commas`.
  case ambiguousDelimiter([String])
  /// A quote opens and nothing closes it.
  case unterminatedQuote
  /// A quote stands inside a cell that does not begin with one.
  case strayQuote
  /// A cell goes on after its closing quote.
  case textAfterQuote
  /// A byte that belongs to no UTF-8 character.
  case invalidUTF8(byte: UInt8)
  /// A letter of Windows-1252 in a text whose other letters are UTF-8.
  case mixedEncodings(UInt8)
  /// A byte that is one letter in Windows-1252 and another on a Macintosh.
  case doubtfulLetter(UInt8)
  /// Half a character of UTF-16.
  case brokenUTF16
  /// A control character other than tab, carriage return and line feed.
  case controlCharacter(UInt8)
  /// A carriage return outside quotes with no line feed after it.
  case bareCarriageReturn
  /// A cell holds more than `limit` bytes.
  case longCell(bytes: Int, limit: Int)
  /// A row has fewer cells than the header.
  case shortRow(cells: Int, header: Int, Dialect)
  /// A row has more cells than the header, and not all of the rest are blank.
  case longRow(cells: Int, header: Int, Dialect)
  /// Only the first `limit` rows were read.
  case tooManyRows(limit: Int)
}

extension CSVProblemKind {
  var what: String {
    switch self {
    case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes, more than the \(limit) that are read"
    case .empty: "the file is empty"
    case .utf16WithoutMark: "the file looks like UTF-16, and no byte order mark says which"
    case .archive: "the file is a workbook or an archive, not CSV"
    case .ambiguousDelimiter(let readings): "the header has \(readings.joined(separator: ", or "))"
    case .unterminatedQuote: "a quote opens here and is never closed"
    case .strayQuote: "a quote stands inside a cell that does not begin with one"
    case .textAfterQuote: "the cell goes on after its closing quote"
    case .invalidUTF8(let byte): "the byte 0x\(hexadecimal(byte)) belongs to no UTF-8 character"
    case .mixedEncodings(let byte):
      """
      the byte 0x\(hexadecimal(byte)) is '\(windows(byte))' in Windows-1252 and nothing in UTF-8, in which other \
      letters of the file are written
      """
    case .doubtfulLetter(let byte):
      """
      the byte 0x\(hexadecimal(byte)) is '\(windows(byte))' in Windows-1252 and \
      '\(Windows1252.macintosh(byte))' on a Macintosh
      """
    case .brokenUTF16: "half a character of UTF-16 stands in the text"
    case .controlCharacter(let byte): "the control character 0x\(hexadecimal(byte)) stands in the text"
    case .bareCarriageReturn: "a carriage return stands without a line feed"
    case .longCell(let bytes, let limit): "the cell has \(bytes) bytes, more than the \(limit) that are read"
    case .shortRow(let cells, let header, _): "the row has \(counted(cells, "cell")) and the header \(header)"
    case .longRow(let cells, let header, _): "the row has \(counted(cells, "cell")) and the header \(header)"
    case .tooManyRows(let limit): "the table has more than the \(limit) rows that are read"
    }
  }

  var whatToDo: String {
    switch self {
    case .tooLarge, .tooManyRows: "split it into several files with the same header"
    case .empty: "write a header and rows, or take the file away"
    case .utf16WithoutMark: "save it as 'CSV UTF-8'"
    case .archive: "save each sheet as 'CSV UTF-8'"
    case .ambiguousDelimiter:
      "put cells that hold one of them in quotes, or begin the file with a line sep=, or sep=;"
    case .unterminatedQuote: "close the quote, or take it away"
    case .strayQuote: "put the whole cell in quotes and double each quote inside"
    case .textAfterQuote: "double each quote inside the cell, or take the text after the quote away"
    case .invalidUTF8, .mixedEncodings, .doubtfulLetter, .brokenUTF16: "save the file as 'CSV UTF-8'"
    case .controlCharacter: "take it away"
    case .bareCarriageReturn: "save the file with line ends of Windows or Unix"
    case .longCell: "shorten it"
    case .shortRow(_, _, let dialect): "add the missing cells, or \(dialect.plural) for blank ones"
    case .longRow(_, _, let dialect):
      "put a cell that has \(dialect.plural) in quotes, or take the surplus cells away"
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private func windows(_ byte: UInt8) -> String { Windows1252.scalar(byte).map { String($0) } ?? "" }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
