/// Whose calendar a feed is.
public enum FeedOwner: Hashable, Sendable {
  /// Everybody's: the whole programme.
  case programme
  /// A team's.
  case team(TeamID)
  /// A person's.
  case person(PersonID)
  /// A facilitator's.
  case facilitator(FacilitatorID)
  /// A room's.
  case room(RoomID)
  /// A site's.
  case site(SiteID)

  /// The kind in one word, as the database keeps it.
  public var kind: String {
    switch self {
    case .programme: "programme"
    case .team: "team"
    case .person: "person"
    case .facilitator: "facilitator"
    case .room: "room"
    case .site: "site"
    }
  }

  /// The owner's id; empty for the programme.
  public var id: String {
    switch self {
    case .programme: ""
    case .team(let id): id.text
    case .person(let id): id.text
    case .facilitator(let id): id.text
    case .room(let id): id.text
    case .site(let id): id.text
    }
  }

  /// Reads what `kind` and `id` gave; `nil` for anything else.
  public init?(kind: String, id: String) {
    let owner: FeedOwner? =
      switch kind {
      case "programme": id.isEmpty ? .programme : nil
      case "team": TeamID(id).map(FeedOwner.team)
      case "person": PersonID(id).map(FeedOwner.person)
      case "facilitator": FacilitatorID(id).map(FeedOwner.facilitator)
      case "room": RoomID(id).map(FeedOwner.room)
      case "site": SiteID(id).map(FeedOwner.site)
      default: nil
      }
    guard let owner else { return nil }
    self = owner
  }

  /// The feed's name, as job files and links have it: `programme`, `team-R0A`.
  public var name: String { id.isEmpty ? kind : "\(kind)-\(id)" }

  /// The feed's file, as in `team-R0A.ics`.
  public var file: String { "\(name).ics" }

  /// Reads a feed's name, with or without `.ics`; `nil` for anything else.
  public init?(_ text: String) {
    let name = text.hasSuffix(".ics") ? text.dropLast(4) : text[...]
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    // What has a hyphen has an id, and the programme has none.
    guard let kind = parts.first, parts.count == (kind == "programme" ? 1 : 2) else { return nil }
    self.init(kind: String(kind), id: parts.count == 2 ? String(parts[1]) : "")
  }
}
