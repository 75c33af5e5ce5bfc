/// A file as it was found: its name and its bytes.
public struct InputFile: Sendable, Equatable {
  /// The name within the programme's folder, as diagnostics print it.
  public var name: String
  /// What is in it.
  public var bytes: [UInt8]

  /// A file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A file of the text's UTF-8.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}
