/// The folders below the daemon's root folder, by what they are for.
public enum SpoolPlace: Hashable, Sendable {
  /// The root folder itself.
  case root
  /// Where people have a folder for each programme.
  case incoming
  /// Where people drop a programme's files.
  case dropped(ProgrammeName)
  /// Where programs write before they hand over.
  case drafts(ProgrammeName)
  /// Where programs rename a finished file to; it is taken at once.
  case handedOver(ProgrammeName)
  /// Files as taken, of all programmes.
  case allAccepted
  /// A programme's files as taken, each with its receipt.
  case accepted(ProgrammeName)
  /// Files that were refused, of all programmes.
  case allRejected
  /// A programme's files that were refused, each with the reason.
  case rejected(ProgrammeName)
  /// What jobs made, of all programmes.
  case allResults
  /// What a programme's jobs made.
  case results(ProgrammeName)
  /// Published calendars of all programmes.
  case allPublished
  /// A programme's published calendars, with the link `current`.
  case published(ProgrammeName)
  /// A programme's releases, a numbered folder each.
  case releases(ProgrammeName)
  /// What the daemon keeps for itself.
  case state
  /// Private copies of files that are being taken.
  case claims
  /// Notes of files that could not be moved out of incoming.
  case stuck

  /// The names of the folders from the root to this one.
  public var path: [String] {
    switch self {
    case .root: []
    case .incoming: ["incoming"]
    case .dropped(let programme): ["incoming", programme.text]
    case .drafts(let programme): ["incoming", programme.text, "tmp"]
    case .handedOver(let programme): ["incoming", programme.text, "new"]
    case .allAccepted: ["accepted"]
    case .accepted(let programme): ["accepted", programme.text]
    case .allRejected: ["rejected"]
    case .rejected(let programme): ["rejected", programme.text]
    case .allResults: ["results"]
    case .results(let programme): ["results", programme.text]
    case .allPublished: ["published"]
    case .published(let programme): ["published", programme.text]
    case .releases(let programme): ["published", programme.text, "releases"]
    case .state: ["state"]
    case .claims: ["state", "claims"]
    case .stuck: ["state", "stuck"]
    }
  }

  /// The permissions with which the folder is made, less the process's mask: shared, readable, or the daemon's own.
  var mode: UInt32 {
    switch self {
    case .root, .incoming, .allAccepted, .accepted, .allRejected, .rejected, .allResults, .results: 0o755
    case .dropped, .drafts, .handedOver: 0o775
    case .allPublished, .published, .releases: 0o750
    case .state, .claims, .stuck: 0o700
    }
  }

  /// The folders that every root has, each after the one it is in.
  static let standing: [SpoolPlace] = [
    .incoming, .allAccepted, .allRejected, .allResults, .allPublished, .state, .claims, .stuck,
  ]

  /// The folders that every programme has, each after the one it is in.
  static func standing(of programme: ProgrammeName) -> [SpoolPlace] {
    [
      .dropped(programme), .drafts(programme), .handedOver(programme), .accepted(programme),
      .rejected(programme), .results(programme), .published(programme), .releases(programme),
    ]
  }
}
