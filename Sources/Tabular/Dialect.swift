/// How a text separates its cells.
///
/// Only the comma is read and written today; another delimiter or encoding is another `Dialect`.
public struct Dialect: Sendable, Equatable {
  /// The byte between two cells; ASCII, and neither a quote nor a line end.
  public let delimiter: UInt8

  /// Comma-separated UTF-8 as in RFC 4180.
  public static let commaSeparated = Dialect(delimiter: UInt8(ascii: ","))
}
