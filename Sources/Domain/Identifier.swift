/// The name of one `Subject` in the programme's files, as `R0A` names a team.
///
/// An identifier matches `[A-Za-z0-9._-]{1,40}`; identifiers of different subjects are different types, so
/// that a room can never be looked up as a team. Order is that of the bytes, which is stable for ever.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The identifier as written.
  public let text: String

  /// Accepts `text` if it is 1 to 40 of ASCII letters, digits, `.`, `_` and `-`; `nil` otherwise.
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    guard (1...40).contains(bytes.count), bytes.allSatisfy(Self.allows) else { return nil }
    self.text = String(text)
  }

  /// The identifier itself, for messages.
  public var description: String { text }

  /// Byte order.
  public static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension Identifier: Codable {
  /// Reads the text and refuses what `init(_:)` refuses.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let identifier = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no identifier")
    }
    self = identifier
  }

  /// Writes the text alone.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Names the programme itself.
public typealias ProgrammeID = Identifier<Programme>
/// Names a clinical team.
public typealias TeamID = Identifier<Team>
/// Names a hospital site.
public typealias SiteID = Identifier<Site>
/// Names a member of a team.
public typealias PersonID = Identifier<Person>
/// Names an independent facilitator.
public typealias FacilitatorID = Identifier<Facilitator>
/// Names a meeting room.
public typealias RoomID = Identifier<Room>
/// Names an audit indicator.
public typealias IndicatorID = Identifier<Indicator>
/// Names a session of the agenda.
public typealias SessionID = Identifier<Session>
/// Names a milestone.
public typealias MilestoneID = Identifier<Milestone>
/// The id of a learning event.
public typealias EventID = Identifier<LearningEvent>
