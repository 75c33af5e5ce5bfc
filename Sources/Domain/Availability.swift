/// A stretch of somebody's diary.
public struct Availability: Sendable, Equatable {
  /// Whose diary.
  public var owner: DiaryOwner
  /// When; an all-day row is from 00:00 to 24:00 of its date.
  public var interval: Interval
  /// What the row says.
  public var status: AvailabilityStatus

  /// A stretch as its row describes it.
  public init(owner: DiaryOwner, interval: Interval, status: AvailabilityStatus) {
    self.owner = owner
    self.interval = interval
    self.status = status
  }
}

/// Whose diary a row belongs to.
public enum DiaryOwner: Hashable, Sendable, Comparable, CustomStringConvertible {
  case person(PersonID)
  case facilitator(FacilitatorID)

  /// The id, for messages.
  public var description: String {
    switch self {
    case .person(let id): id.text
    case .facilitator(let id): id.text
    }
  }

  /// People before facilitators, each by id.
  public static func < (a: DiaryOwner, b: DiaryOwner) -> Bool {
    switch (a, b) {
    case (.person(let a), .person(let b)): a < b
    case (.facilitator(let a), .facilitator(let b)): a < b
    case (.person, .facilitator): true
    case (.facilitator, .person): false
    }
  }
}

/// What a diary says of a stretch of time. Where rows overlap, the earlier in this order wins.
public enum AvailabilityStatus: Int, Sendable, CaseIterable, Comparable {
  /// Busy; nothing can be done.
  case unavailable
  /// Busy; can be given up at a cost with notice.
  case clinic
  /// Free if it must be, at a cost.
  case ifNeeded
  /// Free.
  case available
  /// Free, and liked best.
  case preferred

  /// The word in availability.csv.
  public var word: String {
    switch self {
    case .unavailable: "unavailable"
    case .clinic: "clinic"
    case .ifNeeded: "if_needed"
    case .available: "available"
    case .preferred: "preferred"
    }
  }

  /// Whether such a row says "free here", which makes its owner free only in such rows.
  public var isPositive: Bool { self >= .ifNeeded }

  /// The winner of an overlap comes first.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
