/// The stable name of a pair: its teams' ids in byte order, joined by `+`.
public struct PairID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The name, as in `R0A+RJ1`; safe as a file name.
  public let text: String

  /// Names the pair (or trio) of `teams`, in whatever order they are given.
  public init(_ teams: [TeamID]) {
    text = teams.sorted().map(\.text).joined(separator: "+")
  }

  /// The name, for messages.
  public var description: String { text }

  /// Byte order.
  public static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}

/// The stable name of a visit: `HOST--VISITOR`, or `HOST--V1+V2` in a trio.
public struct VisitID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The name, as in `R0A--RJ1`; safe as a file name.
  public let text: String

  /// Names the visit of `visitors` to `host`.
  public init(host: TeamID, visitors: [TeamID]) {
    text = host.text + "--" + visitors.sorted().map(\.text).joined(separator: "+")
  }

  /// The name, for messages.
  public var description: String { text }

  /// Byte order.
  public static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}
