/// How the text of a table is written.
public struct TableForm: Sendable, Equatable {
  /// How its letters are encoded.
  public var encoding: TextEncoding
  /// How its cells are separated.
  public var dialect: Dialect

  /// A form.
  public init(encoding: TextEncoding, dialect: Dialect) {
    self.encoding = encoding
    self.dialect = dialect
  }

  /// UTF-8 with commas, of which nothing need be said.
  public static let plain = TableForm(encoding: .utf8, dialect: .commaSeparated)

  /// The form in words, as `Windows-1252 with semicolons`.
  public var words: String { "\(encoding.name) with \(dialect.plural)" }

  /// Whether a comma in a number may stand before its decimals, since no comma separates cells.
  public var allowsDecimalComma: Bool { dialect != .commaSeparated }
}

/// How the letters of a text are encoded.
public enum TextEncoding: Sendable, Equatable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// UTF-16, its byte order told by a mark; little end first.
  case utf16LittleEndian
  /// UTF-16, its byte order told by a mark; big end first.
  case utf16BigEndian
  /// The code page of Windows in western Europe and America.
  case windows1252

  /// Its name.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }
}
