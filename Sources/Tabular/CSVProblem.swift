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
  /// The file begins as UTF-16 does.
  case utf16
  /// The file holds a spreadsheet workbook or another archive.
  case archive
  /// The header looks separated by something other than the dialect's delimiter.
  case otherDelimiter(OtherDelimiter)
  /// A quote opens and nothing closes it.
  case unterminatedQuote
  /// A quote stands inside a cell that does not begin with one.
  case strayQuote
  /// A cell goes on after its closing quote.
  case textAfterQuote
  /// A byte that belongs to no UTF-8 character.
  case invalidUTF8(byte: UInt8)
  /// A control character other than tab, carriage return and line feed.
  case controlCharacter(UInt8)
  /// A carriage return outside quotes with no line feed after it.
  case bareCarriageReturn
  /// A cell holds more than `limit` bytes.
  case longCell(bytes: Int, limit: Int)
  /// A row has fewer cells than the header.
  case shortRow(cells: Int, header: Int)
  /// A row has more cells than the header, and not all of the rest are blank.
  case longRow(cells: Int, header: Int)
  /// Only the first `limit` rows were read.
  case tooManyRows(limit: Int)
}

/// What a table may be separated by that is not read yet.
public enum OtherDelimiter: Sendable, Equatable {
  case semicolon, tab

  var plural: String {
    switch self {
    case .semicolon: "semicolons"
    case .tab: "tabs"
    }
  }
}

extension CSVProblemKind {
  var what: String {
    switch self {
    case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes, more than the \(limit) that are read"
    case .empty: "the file is empty"
    case .utf16: "the file is encoded as UTF-16"
    case .archive: "the file is a workbook or an archive, not CSV"
    case .otherDelimiter(let other): "the table looks separated by \(other.plural)"
    case .unterminatedQuote: "a quote opens here and is never closed"
    case .strayQuote: "a quote stands inside a cell that does not begin with one"
    case .textAfterQuote: "the cell goes on after its closing quote"
    case .invalidUTF8(let byte): "the byte 0x\(hexadecimal(byte)) belongs to no UTF-8 character"
    case .controlCharacter(let byte): "the control character 0x\(hexadecimal(byte)) stands in the text"
    case .bareCarriageReturn: "a carriage return stands without a line feed"
    case .longCell(let bytes, let limit): "the cell has \(bytes) bytes, more than the \(limit) that are read"
    case .shortRow(let cells, let header): "the row has \(counted(cells, "cell")) and the header \(header)"
    case .longRow(let cells, let header): "the row has \(counted(cells, "cell")) and the header \(header)"
    case .tooManyRows(let limit): "the table has more than the \(limit) rows that are read"
    }
  }

  var whatToDo: String {
    switch self {
    case .tooLarge, .tooManyRows: "split it into several files with the same header"
    case .empty: "write a header and rows, or take the file away"
    case .utf16: "save it as 'CSV UTF-8'"
    case .archive: "save each sheet as 'CSV UTF-8'"
    case .otherDelimiter: "save it separated by commas"
    case .unterminatedQuote: "close the quote, or take it away"
    case .strayQuote: "put the whole cell in quotes and double each quote inside"
    case .textAfterQuote: "double each quote inside the cell, or take the text after the quote away"
    case .invalidUTF8: "save the file as 'CSV UTF-8'"
    case .controlCharacter: "take it away"
    case .bareCarriageReturn: "save the file with line ends of Windows or Unix"
    case .longCell: "shorten it"
    case .shortRow: "add the missing cells, or commas for blank ones"
    case .longRow: "put a cell that has commas in quotes, or take the surplus cells away"
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
