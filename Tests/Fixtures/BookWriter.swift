/// Writes workbooks, wrong ones too; the same cells make the same bytes.
package struct BookWriter {
  /// A cell as it is written.
  package enum Cell {
    case blank
    /// A text that stands in the workbook's list.
    case text(String)
    /// A text that stands in the cell.
    case inline(String)
    /// A number as written, shown by one of `styles`.
    case number(String, style: Int = 0)
    case boolean(Bool)
    /// The cell's XML.
    case xml(String)
  }

  /// A sheet.
  package struct Sheet {
    package var name: String
    package var rows: [[Cell]]
    package var state = ""
    /// Attributes of rows by number from 1, as `hidden="1"`.
    package var rowAttributes: [Int: String] = [:]
    /// What comes before and after the cells.
    package var before = ""
    package var after = ""

    package init(_ name: String, _ rows: [[Cell]]) {
      self.name = name
      self.rows = rows
    }

    /// A sheet of texts.
    package init(_ name: String, texts: [[String]]) {
      self.init(name, texts.map { $0.map { $0.isEmpty ? .blank : .text($0) } })
    }
  }

  /// Codes of the formats that cells may be shown by, by style; a number is a format of Excel's own.
  package static let styles = [
    "0", "14", "dd/mm/yyyy;@", "20", "22", "[h]:mm", "0.0\" days\"", "[$-809]d mmm yy", "18",
  ]

  package var sheets: [Sheet]
  package var properties = ""
  /// Parts by name that take the place of those written, or are left out.
  package var parts: [String: String?] = [:]

  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// The workbook.
  package var bytes: [UInt8] { bytes(.plain) }

  /// The workbook, packed in that form.
  package func bytes(_ form: StoredZip.Form) -> [UInt8] {
    StoredZip.bytes(
      written.compactMap { name, text in
        guard let other = parts[name] else { return (name, Array(text.utf8)) }
        return other.map { (name, Array($0.utf8)) }
      }, form: form)
  }

  /// The parts by name, as they are written unless `parts` says otherwise.
  package var texts: [String: [UInt8]] {
    Dictionary(written.map { ($0.name, Array($0.text.utf8)) }) { first, _ in first }
  }

  private var written: [(name: String, text: String)] {
    var shared: [String] = []
    var places: [String: Int] = [:]
    let bodies = sheets.map { sheet in
      Self.body(sheet) { text in
        if let place = places[text] { return place }
        places[text] = shared.count
        shared.append(text)
        return shared.count - 1
      }
    }
    var parts: [(name: String, text: String)] = [
      ("[Content_Types].xml", Self.head + "<Types xmlns=\"\(Self.content)\"/>"),
      ("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbook),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relations(
          sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
            + [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "/xl/styles.xml")])
      ),
      ("xl/styles.xml", Self.stylesheet),
      (
        "xl/sharedStrings.xml",
        Self.head + "<sst xmlns=\"\(Self.main)\">"
          + shared.map { "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>" }.joined() + "</sst>"
      ),
    ]
    parts += bodies.enumerated().map { ("xl/worksheets/sheet\($0.offset + 1).xml", $0.element) }
    return parts
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\" \(sheet.state) r:id=\"rId\(index + 1)\"/>"
    }
    return Self.head
      + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><workbookPr \(properties)/><sheets>"
      + list.joined() + "</sheets></workbook>"
  }

  private static func body(_ sheet: Sheet, _ place: (String) -> Int) -> String {
    var text = head + "<worksheet xmlns=\"\(main)\">" + sheet.before + "<sheetData>"
    for (index, row) in sheet.rows.enumerated() {
      text += "<row r=\"\(index + 1)\" \(sheet.rowAttributes[index + 1] ?? "")>"
      for (column, cell) in row.enumerated() {
        let name = letters(column) + "\(index + 1)"
        switch cell {
        case .blank: break
        case .text(let value): text += "<c r=\"\(name)\" t=\"s\"><v>\(place(value))</v></c>"
        case .inline(let value):
          text += "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(escaped(value))</t></is></c>"
        case .number(let value, let style): text += "<c r=\"\(name)\" s=\"\(style)\"><v>\(value)</v></c>"
        case .boolean(let value): text += "<c r=\"\(name)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>"
        case .xml(let xml): text += xml
        }
      }
      text += "</row>"
    }
    return text + "</sheetData>" + sheet.after + "</worksheet>"
  }

  private static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  package static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private static var stylesheet: String {
    var formats = ""
    var styles = ""
    for (index, code) in Self.styles.enumerated() {
      if let id = Int(code) {
        styles += "<xf numFmtId=\"\(id)\"/>"
      } else {
        formats += "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(escaped(code))\"/>"
        styles += "<xf numFmtId=\"\(164 + index)\"/>"
      }
    }
    return head + "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats)</numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(styles)</cellXfs></styleSheet>"
  }

  private static func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
    head + "<Relationships xmlns=\"\(package)\">"
      + list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>" }
      .joined()
      + "</Relationships>"
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let content = "http://schemas.openxmlformats.org/package/2006/content-types"
}
