import Domain

/// One thing that the project manager has to do, or to have done.
struct Action: Equatable {
  /// What is to be done; the raw value is the word in actions.csv.
  enum Kind: String, CaseIterable {
    /// The cheapest thing to ask for, so that a visit finds a date.
    case ask
    /// A facilitator has to agree to lead the visit.
    case confirmFacilitator = "confirm_facilitator"
    /// Somebody has to give up a clinic.
    case cancelClinic = "cancel_clinic"
    /// A room of rooms.csv is to be booked.
    case bookRoom = "book_room"
    /// A room is to be found, since rooms.csv lists none there.
    case findRoom = "find_room"
    /// Travellers come the evening before.
    case bookHotel = "book_hotel"
    /// Something of `milestones:` is due.
    case milestone
    /// Travellers leave home.
    case drive
  }

  /// The last day on which it can be done in time; of a drive, the day of departure.
  var due: Day
  var kind: Kind
  var visit: VisitID
  /// `nil` while the visit has no date.
  var visitDate: Day?
  /// Whom to write to; of an ask, whose diary, meeting, room or rule it is.
  var to: Correspondent
  var room: RoomID?
  /// The day that it is about: of the sessions, the clinic, the night or the drive.
  var on: Day?
  /// The times of that day; none where the day says enough.
  var times: [Interval] = []
  /// The whole of it as a sentence.
  var sentence: String

  /// The order of actions.csv: by day, then visit, then kind, then whom.
  static func precedes(_ a: Action, _ b: Action) -> Bool {
    if a.due != b.due { return a.due < b.due }
    if a.visit != b.visit { return a.visit < b.visit }
    let order = Kind.allCases
    let (left, right) = (order.firstIndex(of: a.kind) ?? 0, order.firstIndex(of: b.kind) ?? 0)
    if left != right { return left < right }
    let (to, other) = (a.to.id ?? a.to.team?.text ?? "", b.to.id ?? b.to.team?.text ?? "")
    if to != other { return to.utf8.lexicographicallyPrecedes(other.utf8) }
    return a.sentence.utf8.lexicographicallyPrecedes(b.sentence.utf8)
  }
}
