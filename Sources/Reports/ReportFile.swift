/// One file of a plan's results.
public struct ReportFile: Sendable, Equatable {
  /// The file's name, as in `pairs.csv`, with its folder where it has one.
  public let name: String
  /// UTF-8.
  public let bytes: [UInt8]
}
