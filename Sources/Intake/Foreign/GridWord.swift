import Domain

/// What a cell of a grid says of somebody's day.
enum GridWord: String, CaseIterable {
  case yes = "Y"
  case preferred = "P"
  case ifNeeded = "?"
  case no = "N"
  case morning = "AM"
  case afternoon = "PM"

  /// Mornings end and afternoons begin at this hour.
  static let noon = "12:00"

  /// Reads a word, capitals and small letters being the same; a tick is a yes, and yes and no may be written out.
  init?(_ text: String) {
    switch text.uppercased() {
    case "✓", "✔", "YES": self = .yes
    case "NO": self = .no
    case let word: self.init(rawValue: word)
    }
  }

  /// The columns start, end and status of availability.csv.
  var cells: (start: String, end: String, status: AvailabilityStatus) {
    switch self {
    case .yes: ("", "", .available)
    case .preferred: ("", "", .preferred)
    case .ifNeeded: ("", "", .ifNeeded)
    case .no: ("", "", .unavailable)
    case .morning: ("00:00", Self.noon, .available)
    case .afternoon: (Self.noon, "24:00", .available)
    }
  }

  /// The word and what it means.
  var meaning: String {
    switch self {
    case .yes: "Y as available"
    case .preferred: "P as preferred"
    case .ifNeeded: "? as if needed"
    case .no: "N as unavailable"
    case .morning: "AM as available until \(Self.noon)"
    case .afternoon: "PM as available from \(Self.noon)"
    }
  }
}
