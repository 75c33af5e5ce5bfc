public import Tabular

/// A sheet of a workbook as a table.
public struct WorkbookSheet: Sendable {
  /// Its name.
  public var name: String
  /// Whether it is hidden; then it is not read, and its table is empty.
  public var isHidden: Bool
  /// Its cells from the first row with any; positions are rows and columns, both from 1. Empty where no cell has text.
  public var table: CSVTable
  /// Everything wrong with its cells, in the order of the sheet.
  public var problems: [SheetProblem]
  /// How many rows with text are hidden; they are read.
  public var hiddenRows: Int
  /// How many columns with text are hidden; they are read.
  public var hiddenColumns: Int
}

/// Something wrong with a cell of a sheet.
public struct SheetProblem: Sendable, Equatable {
  /// Where: row and column.
  public var position: TextPosition
  /// What.
  public var kind: SheetProblemKind

  /// A problem at a place.
  public init(position: TextPosition, kind: SheetProblemKind) {
    self.position = position
    self.kind = kind
  }

  /// What is wrong, as a clause.
  public var what: String {
    switch kind {
    case .merged(let range): "the cells \(range) are merged"
    case .errorValue(let text): "the cell holds the error \(text)"
    case .formulaWithoutValue: "the cell's formula has no stored result"
    case .unreadable: "the cell's value cannot be read"
    case .longCell(let bytes, let limit): "the cell has \(bytes) bytes, more than the \(limit) that are read"
    case .tooManyCells(let limit): "the sheet's cells reach over more than \(limit)"
    case .tooMuchText(let limit): "the sheet has more than \(limit >> 20) MiB of text"
    }
  }

  /// What to do about it, as a clause.
  public var whatToDo: String {
    switch kind {
    case .merged: "split them, and fill in each"
    case .errorValue: "correct the formula, or type the value"
    case .formulaWithoutValue: "open and save the workbook in Excel, or type the value"
    case .unreadable: "type it again"
    case .longCell: "shorten it"
    case .tooManyCells, .tooMuchText: "split the sheet, and take cells away that are no part of the table"
    }
  }
}

/// What may be wrong with a cell of a sheet.
public enum SheetProblemKind: Sendable, Equatable {
  /// It and others are merged.
  case merged(String)
  /// It shows `#REF!` or the like.
  case errorValue(String)
  /// It has a formula whose result nobody has stored.
  case formulaWithoutValue
  /// Its number is none, or it refers to a text that is not there.
  case unreadable
  /// It holds more than `limit` bytes.
  case longCell(bytes: Int, limit: Int)
  /// The rectangle around the sheet's cells has more than `limit`.
  case tooManyCells(limit: Int)
  /// The sheet's cells hold more than `limit` bytes.
  case tooMuchText(limit: Int)
}
