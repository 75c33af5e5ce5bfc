/// How a text separates its cells.
public struct Dialect: Sendable, Equatable {
  /// The byte between two cells; ASCII, and neither a quote nor a line end.
  public let delimiter: UInt8
  /// Two or more delimiters in words, as `commas`.
  public let plural: String

  /// Comma-separated as in RFC 4180.
  public static let commaSeparated = Dialect(delimiter: UInt8(ascii: ","), plural: "commas")
  /// As Excel writes CSV where the comma stands before decimals.
  public static let semicolonSeparated = Dialect(delimiter: UInt8(ascii: ";"), plural: "semicolons")
  /// As Excel writes "Unicode Text", and as cells are copied.
  public static let tabSeparated = Dialect(delimiter: 0x09, plural: "tabs")

  /// Every dialect that is told by itself, in the order in which messages name them.
  static let known = [commaSeparated, semicolonSeparated, tabSeparated]
}
