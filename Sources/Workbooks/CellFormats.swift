/// How the numbers of a workbook's cells are shown, by the number of the cell's style.
struct CellFormats {
  private var formats: [NumberFormat] = []

  init() {}

  init(_ xml: WorkbookXML) throws(WorkbookFault) {
    var xml = xml
    var codes: [Int: NumberFormat] = [:]
    var isInCellFormats = false
    while let event = try xml.next() {
      switch event {
      case .start(let element):
        switch element.name {
        case "numFmt":
          if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
            codes[id] = NumberFormat(code: code)
          }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
          let id = element["numFmtId"].flatMap { Int($0) } ?? 0
          formats.append(codes[id] ?? NumberFormat(builtIn: id))
        case _: break
        }
      case .end("cellXfs"): isInCellFormats = false
      case .end, .text, .finished: break
      }
    }
  }

  /// The format of a style; that of plain numbers where there is no such style.
  func format(_ style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .number }
}

/// What a number in a cell stands for, as far as tables care.
enum NumberFormat: Equatable {
  case number, date, time, dateAndTime
  /// Hours that go on beyond a day.
  case elapsed

  /// The formats that have no code of their own. Source: ECMA-376, part 1, 18.8.30.
  init(builtIn id: Int) {
    self =
      switch id {
      case 14...17, 27...31, 34...36, 50...54, 57...58: .date
      case 18...21, 32...33, 45, 47, 55...56: .time
      case 22: .dateAndTime
      case 46: .elapsed
      default: .number
      }
  }

  /// Reads a code such as `dd/mm/yyyy hh:mm` or `[h]:mm`; of several sections the first.
  init(code: String) {
    var letters: Set<Character> = []
    var isElapsed = false
    var rest = code.lowercased()[...]
    scan: while let first = rest.popFirst() {
      switch first {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if !inside.isEmpty, let kind = inside.first, "hms".contains(kind), inside.allSatisfy({ $0 == kind }) {
          isElapsed = true
        }
      case ";": break scan
      case "d", "y", "m", "h", "s": letters.insert(first)
      // General, and powers of ten.
      case "g", "e": if rest.hasPrefix("eneral") { rest = rest.dropFirst(6) }
      default: break
      }
    }
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDate =
      letters.contains("d") || letters.contains("y") || (letters.contains("m") && !hasTime && !isElapsed)
    self =
      hasDate ? (hasTime ? .dateAndTime : .date) : isElapsed ? .elapsed : hasTime ? .time : .number
  }
}
