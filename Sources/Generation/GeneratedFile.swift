/// A file of a programme folder, as drawn.
public struct GeneratedFile: Sendable, Equatable {
  /// Its name in the folder, as `teams.csv`.
  public var name: String
  /// Its whole text; lines end in a line feed.
  public var text: String

  /// A file of a folder.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
