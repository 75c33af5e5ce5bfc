import Domain

/// The name by which rows remember the calendar that they came from.
enum CalendarName {
  /// The name of the calendar in `file`: that of the file, as in `room-sa-1`; of a sheet that of the workbook and the
  /// sheet, `rooms[sa-1]`.
  static func of(_ file: String) -> String {
    if let (book, sheet) = SheetName.parts(of: file) { return "\(of(book))[\(sheet.lowercased().onOneLine)]" }
    return FileKind.remembered(file)
  }
}
