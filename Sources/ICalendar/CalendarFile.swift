/// One calendar as it is published.
public struct CalendarFile: Sendable, Equatable {
  /// The file's name in `feeds/`, as in `team-R0A.ics`.
  public let name: String
  /// UTF-8 with CRLF (RFC 5545).
  public let bytes: [UInt8]
}

/// Why no calendars could be written.
public enum CalendarFailure: Error, Equatable, CustomStringConvertible {
  /// The programme's time zone is not in the system's list of IANA zones.
  case unknownTimeZone(String)

  /// The failure in words.
  public var description: String {
    switch self {
    case .unknownTimeZone(let name):
      "the time zone '\(name)' is unknown; give an IANA name such as Europe/London"
    }
  }
}
