/// A workbook as Excel and others save it (`.xlsx`), taken apart in memory within limits.
///
/// Only what a table needs is read: texts, numbers, dates by their format, the stored results of formulas. Source:
/// ECMA-376, part 1 (SpreadsheetML).
public struct Workbook: Sendable {
  /// The sheets in the order of their tabs; charts are none.
  public let sheets: [WorkbookSheet]

  /// Takes `bytes` apart; all of it or nothing.
  public init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookFault) {
    // Older workbooks, and those with a password, are OLE compound files.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrProtected }
    let parts = try WorkbookParts(bytes, limits: limits.archive)
    let roots = try parts.relationships(of: "")
    guard let root = roots.first(where: { $0.kind == "officeDocument" }),
      let outline = try parts.pieces(of: root.target)
    else { throw .noWorkbook }
    let related = try parts.relationships(of: root.target)
    func only(_ kind: String) throws(WorkbookFault) -> WorkbookXML? {
      guard let target = related.first(where: { $0.kind == kind })?.target else { return nil }
      return try parts.pieces(of: target)
    }
    let (listed, countsFrom1904) = try Self.list(outline)
    guard listed.count <= limits.sheets else { throw .tooManySheets(listed.count, limit: limits.sheets) }
    var strings = SharedStrings()
    if let xml = try only("sharedStrings") { strings = try SharedStrings(xml) }
    var formats = CellFormats()
    if let xml = try only("styles") { formats = try CellFormats(xml) }
    let reader = SheetReader(
      strings: strings, formats: formats, number: CellNumber(countsFrom1904: countsFrom1904), limits: limits)
    var sheets: [WorkbookSheet] = []
    for sheet in listed {
      guard let relation = related.first(where: { $0.id == sheet.relation }) else {
        throw .damaged("the sheet '\(sheet.name)' is not there")
      }
      guard relation.kind == "worksheet" else { continue }
      guard !sheet.isHidden else {
        sheets.append(
          WorkbookSheet(
            name: sheet.name, isHidden: true, table: .none, problems: [], hiddenRows: 0, hiddenColumns: 0))
        continue
      }
      guard let xml = try parts.pieces(of: relation.target) else {
        throw .damaged("the sheet '\(sheet.name)' is not there")
      }
      sheets.append(try reader.sheet(named: sheet.name, in: xml))
    }
    self.sheets = sheets
  }

  private struct Listed {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  private static func list(_ xml: WorkbookXML) throws(WorkbookFault) -> ([Listed], countsFrom1904: Bool) {
    var xml = xml
    var sheets: [Listed] = []
    var countsFrom1904 = false
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      if element.name == "workbookPr" { countsFrom1904 = element.isTrue("date1904") }
      guard element.name == "sheet", let name = element["name"], let relation = element["id"] else {
        continue
      }
      let state = element["state"] ?? "visible"
      sheets.append(Listed(name: name, relation: relation, isHidden: state != "visible"))
    }
    return (sheets, countsFrom1904)
  }
}
