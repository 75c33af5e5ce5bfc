import Domain

/// The name under which a workbook's sheet goes as a file: `book.xlsx[Teams]`.
enum SheetName {
  /// The name of a sheet of `file`.
  static func of(_ file: String, sheet: String) -> String {
    let plain = sheet.onOneLine.map { "[]/:".contains($0) ? "_" : $0 }
    return "\(file)[\(String(plain))]"
  }

  /// The file and the sheet that `name` names; `nil` where it names no sheet.
  static func parts(of name: String) -> (file: String, sheet: String)? {
    guard name.hasSuffix("]"), let bracket = name.lastIndex(of: "["),
      name[..<bracket].lowercased().hasSuffix(".xlsx")
    else { return nil }
    return (String(name[..<bracket]), String(name[name.index(after: bracket)...].dropLast()))
  }
}
