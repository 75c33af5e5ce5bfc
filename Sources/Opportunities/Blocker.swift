public import Domain

/// One thing that keeps a visit from a meeting of its host.
public enum Blocker: Sendable, Equatable {
  /// The meeting cannot be visited by anybody.
  case occasion(OccasionBlock)
  /// A visiting team takes no part that day; how many teams would visit.
  case visitorClosed(of: Int)
  /// The visit itself is not to take place that day.
  case visitClosed
  /// The drive is longer than an evening allows, in minutes.
  case tooFar(Int, limit: Int)
  /// The visitors' own meeting must not be missed.
  case ownMeeting(Interval)
  /// Nobody of a team (by index) who can fill the role is free; who could, by index of person.
  case roleUnfilled(team: Int, Role, candidates: [Int])
  /// Somebody whose row says required is not free; by index of person.
  case personBusy(Int)
  /// The sessions do not fit into the day around the meeting, whatever the rooms.
  case agendaTooLong
  /// No room large enough is free for some session.
  case noRoom
  /// More people are needed than may travel.
  case tooManyVisitors
  /// No facilitator can lead; why each cannot, by index.
  case noFacilitator([FacilitatorObstacle])
  /// Each thing is possible, but not at the same hours.
  case noCommonHours

  /// The blocker as part of a sentence for people, as in `it is cancelled`.
  public func phrase(in programme: Programme) -> String {
    switch self {
    case .occasion(let block): block.phrase
    case .visitorClosed(let count):
      (count == 1 ? "the visiting team" : "one of the visiting teams") + " takes no part that day"
    case .visitClosed: "this visit is not to take place that day"
    case .tooFar(let minutes, let limit):
      "the drive of \(minutes) minutes is longer than the \(limit) of an evening"
    case .ownMeeting(let meeting):
      "the visitors have their own MDT meeting from \(meeting.start.clock) to \(meeting.end.clock)"
    case .roleUnfilled(let team, let role, let candidates):
      "no \(role.title) of \(programme.teams[team].name) is free ("
        + candidates.map { programme.people[$0].name }.joined(separator: "; ") + ")"
    case .personBusy(let person): "\(programme.people[person].name), who must be there, is not free"
    case .agendaTooLong: "the sessions do not fit into the day around the meeting"
    case .noRoom: "no room that is large enough is free"
    case .tooManyVisitors: "more people are needed than max_visitors lets travel"
    case .noFacilitator(let obstacles):
      "no facilitator can lead ("
        + obstacles.map { "\(programme.facilitators[$0.facilitator].name): \($0.reason.rawValue)" }
        .joined(separator: "; ") + ")"
    case .noCommonHours: "people, rooms and drives leave no common hours"
    }
  }

  /// What could be asked for to lift it, as in `Clinical lead, Preston were free`; `nil` where nobody can be
  /// asked.
  public func ask(in programme: Programme) -> String? {
    switch self {
    case .roleUnfilled(_, _, let candidates):
      candidates.isEmpty
        ? nil : candidates.map { programme.people[$0].name }.joined(separator: " or ") + " were free"
    case .personBusy(let person): "\(programme.people[person].name) were free"
    case .noRoom: "a room were released"
    case .noFacilitator(let obstacles):
      obstacles.filter { $0.reason == .notFree }.map {
        "\(programme.facilitators[$0.facilitator].name) were free"
      }
      .first ?? "one more facilitator could lead"
    case .occasion, .visitorClosed, .visitClosed, .tooFar, .ownMeeting, .agendaTooLong, .tooManyVisitors,
      .noCommonHours:
      nil
    }
  }
}

/// Why a facilitator cannot lead a visit.
public struct FacilitatorObstacle: Sendable, Equatable {
  /// Index into the programme's facilitators.
  public var facilitator: Int
  /// Why not.
  public var reason: Reason

  /// Why a facilitator cannot lead.
  public enum Reason: String, Sendable {
    case notIndependent = "not independent of the teams"
    case notice = "too short notice"
    case tooFar = "too far away"
    case notFree = "not free"
    case otherHours = "not free at the hours of the others"
  }
}

extension OccasionBlock {
  /// The block as part of a sentence for people.
  public var phrase: String {
    switch self {
    case .cancelled: "the meeting is cancelled"
    case .inquorate: "the meeting has no quorum"
    case .moved(let day): "the meeting is moved to \(day.iso)"
    case .bankHoliday(let name): "it is \(name)"
    case .closed(let reason): reason.map { "the day is closed (\($0))" } ?? "the day is closed"
    case .notAfterToday: "the day is not after today"
    case .outsideWindow: "the day is outside the programme's window"
    }
  }
}
