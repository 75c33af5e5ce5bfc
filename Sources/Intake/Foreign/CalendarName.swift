import Domain

/// The name by which rows remember the calendar that they came from.
enum CalendarName {
  /// The name of the calendar in `file`: without folder, ending and the number of a second copy, in lower case, as in
  /// `room-sa-1`; of a sheet that of the workbook and the sheet, `rooms[sa-1]`.
  static func of(_ file: String) -> String {
    if let (book, sheet) = SheetName.parts(of: file) { return "\(of(book))[\(sheet.lowercased().onOneLine)]" }
    return FileKind.withoutCopyNumber(FileKind.stem(of: file).lowercased().onOneLine)
  }
}
