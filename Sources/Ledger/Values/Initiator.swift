public import Domain

/// What an access key's name stands for; there are no values of it.
public enum AccessKey {}

/// The name of an access key to the API. It says which program asked, not which person.
public typealias KeyName = Identifier<AccessKey>

/// Who a change of the ledger came from, as far as the daemon knows: never a person's name.
public enum Initiator: Hashable, Sendable, CustomStringConvertible {
  /// A file in the shared folder.
  case folder
  /// Somebody at the command line of the server.
  case commandLine
  /// The daemon of its own accord, as when a job ends.
  case daemon
  /// A program with an access key.
  case key(KeyName)

  /// As the audit keeps it: `folder`, `cli`, `daemon` or `key:NAME`.
  public var description: String {
    switch self {
    case .folder: "folder"
    case .commandLine: "cli"
    case .daemon: "daemon"
    case .key(let name): "key:" + name.text
    }
  }

  /// Reads what `description` wrote; `nil` for anything else.
  public init?(_ text: String) {
    switch text {
    case "folder": self = .folder
    case "cli": self = .commandLine
    case "daemon": self = .daemon
    default:
      guard text.hasPrefix("key:"), let name = KeyName(text.dropFirst(4)) else { return nil }
      self = .key(name)
    }
  }
}
