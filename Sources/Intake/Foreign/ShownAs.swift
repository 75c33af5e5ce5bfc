import Domain

/// How an entry of Outlook is shown to others.
enum ShownAs {
  case free, tentative, busy
  /// 3 or 4, which say either of two things, depending on who numbered them.
  case numbered(Int)

  /// Reads a number or a word; blank is busy, as entries are made. `nil` where it is neither.
  init?(_ text: String) {
    switch CellText.plain(text).lowercased() {
    case "0", "5", "free", "working elsewhere": self = .free
    case "1", "tentative": self = .tentative
    case "", "2", "busy", "out of office", "away", "oof": self = .busy
    case "3": self = .numbered(3)
    case "4": self = .numbered(4)
    default: return nil
    }
  }

  /// What it says of the time; `nil` where it says nothing.
  ///
  /// By Outlook's own numbers, which have a 0 for free, 3 is out of office and 4 working elsewhere. Exports are known, too,
  /// in which 3 is free and 4 out of office. Where no 0 shows whose numbers they are, both count as busy.
  func status(hasZero: Bool) -> AvailabilityStatus? {
    switch self {
    case .free: nil
    case .tentative: .ifNeeded
    case .busy, .numbered(3): .unavailable
    case .numbered: hasZero ? nil : .unavailable
    }
  }
}
