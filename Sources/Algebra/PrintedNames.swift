/// The legal names under which a model is printed, and the notes that lead back to the given ones.
struct PrintedNames {
  static let objective = "obj"
  static let constant = "constant"

  let title: String
  let variables: [String]
  let rows: [String]
  let notes: [String]

  init(_ model: Model) {
    var notes: [String] = []
    var columns = LegalNames(reserved: [Self.constant])
    for variable in model.variables {
      let given = model[variable].name
      if columns.append(given, prefix: "x"), let printed = columns.names.last {
        notes.append("variable \(printed) is \(Self.onOneLine(given))")
      }
    }
    var rows = LegalNames(reserved: [Self.objective])
    for row in 0..<model.rowCount {
      let given = model.nameOfRow(row)
      if rows.append(given, prefix: "r"), let printed = rows.names.last {
        notes.append("row \(printed) is \(Self.onOneLine(given))")
      }
    }
    title = model.name.isEmpty ? "model" : Self.onOneLine(model.name)
    variables = columns.names
    self.rows = rows.names
    self.notes = notes
  }

  /// A comment ends with its line, so a line break in a name must not end it early.
  private static func onOneLine(_ text: String) -> String {
    // Nearly every name is plain ASCII, and looking up categories is slow.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return withoutControls(text)
  }

  private static func withoutControls(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isPrintable ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isPrintable: Bool {
    switch generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
    // The other categories all print; the standard library's own enum needs the escape.
    default: true
    }
  }
}
