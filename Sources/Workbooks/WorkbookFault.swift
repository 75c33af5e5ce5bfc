import Archive

/// Why a workbook cannot be read at all.
public enum WorkbookFault: Error, Sendable, Equatable {
  /// The file is a workbook of Excel 97 to 2003, or protected by a password.
  case oldOrProtected
  /// The file is no archive, or one without a workbook in it.
  case noWorkbook
  /// Parts contradict each other or themselves; what about, as a clause.
  case damaged(String)
  /// The archive holds more than may be; what, as a clause.
  case tooLarge(String)
  /// More sheets than may be.
  case tooManySheets(Int, limit: Int)

  /// What is wrong, as a clause.
  public var what: String {
    switch self {
    case .oldOrProtected: "the workbook is of the kind before .xlsx, or protected by a password"
    case .noWorkbook: "the file is no workbook, or only a part of one"
    case .damaged(let what): "the workbook is damaged: \(what)"
    case .tooLarge(let what): "the workbook \(what)"
    case .tooManySheets(let count, let limit):
      "the workbook has \(count) sheets, more than the \(limit) that are read"
    }
  }

  /// What to do about it, as a clause.
  public var whatToDo: String {
    switch self {
    case .oldOrProtected: "save it as .xlsx without a password"
    case .noWorkbook: "save it as .xlsx again, or each sheet as 'CSV UTF-8'"
    case .damaged: "open it in Excel, save it as .xlsx and send that"
    case .tooLarge: "take away what is no table, or save each sheet as 'CSV UTF-8'"
    case .tooManySheets: "split it into several workbooks"
    }
  }

  init(_ refusal: ZipRefusal) {
    self =
      switch refusal {
      case .notAnArchive: .noWorkbook
      case .encrypted: .oldOrProtected
      case .tooManyEntries(let count, let limit):
        .tooLarge("has \(count) parts, more than the \(limit) that are read")
      case .tooLarge(let limit): .tooLarge("unpacks to more than \(limit >> 20) MiB")
      case .suspiciouslySmall(let name, let ratio):
        .tooLarge(
          "has a part, \(name), that unpacks to more than \(ratio) times its size, as a harmful file would")
      case .damaged(let what): .damaged(what)
      case .zip64: .damaged("it says that it is packed in the form for very large archives, and is not")
      case .inParts: .damaged("it is one of several parts")
      case .unknownMethod(let name, _): .damaged("\(name) is packed in a way that is not read")
      case .badName(let name), .notAFile(let name), .folderInside(let name), .archiveInside(let name),
        .sameName(let name):
        .damaged("it has a part of the name '\(name)'")
      case .empty: .noWorkbook
      }
  }
}
