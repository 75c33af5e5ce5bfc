/// What a plan must not break: each is enforced in the core, checked in Checking and defined in the glossary.
public enum Rule: String, Sendable, Codable, CaseIterable {
  // Pairs.
  /// A team has one partner, or none.
  case onePartnerPerTeam = "OnePartnerPerTeam"
  /// Only approved teams of the visiting arm are paired.
  case eligibleTeams = "EligibleTeams"
  /// Partners share none of the columns in `keep_apart`.
  case keptApart = "KeptApart"
  /// Partners live within `max_travel_minutes`.
  case travelLimit = "TravelLimit"
  /// The level gap is at most `max_level_gap`.
  case levelGapLimit = "LevelGapLimit"
  /// Each side can learn at least `min_gain`.
  case minimumGain = "MinimumGain"
  /// Partners have figures for at least `min_common_indicators` indicators in common.
  case enoughCommonIndicators = "EnoughCommonIndicators"
  /// Forbidden pairs and previous partners are not made.
  case forbiddenPair = "ForbiddenPair"
  /// Forced pairs are made.
  case forcedPair = "ForcedPair"
  /// Each leg has at least `min_common_dates` feasible dates.
  case enoughCommonDates = "EnoughCommonDates"

  // One visit.
  /// A visit stands on a real meeting of its host, after today and inside the window, on no closed day.
  case onMeetingDate = "OnMeetingDate"
  /// The sessions are complete, in order, inside the day, and do not overlap.
  case agendaInOrder = "AgendaInOrder"
  /// Each required role is filled on both sides for every session.
  case rolesPresent = "RolesPresent"
  /// Whoever attends is free, drives included.
  case attendeesFree = "AttendeesFree"
  /// Whoever attends sees the MDT meeting.
  case meetingObserved = "MeetingObserved"
  /// A session's room is at the host's site and not booked.
  case roomFree = "RoomFree"
  /// A session's room holds everybody.
  case roomCapacity = "RoomCapacity"
  /// At most `max_visitors` travel.
  case visitorLimit = "VisitorLimit"
  /// Departure, return and the evening before keep to the limits.
  case travelHours = "TravelHours"
  /// Visitors are not away from their own meeting where `visitor_mdt: blocks`.
  case visitorMeetingKept = "VisitorMeetingKept"
  /// A facilitator leads every visit, where any are listed.
  case facilitatorPresent = "FacilitatorPresent"
  /// The facilitator shares neither network (or organisation) with the teams.
  case facilitatorIndependent = "FacilitatorIndependent"
  /// The facilitator has the notice they ask for.
  case facilitatorNotice = "FacilitatorNotice"

  // Visits together.
  /// A pair's leg takes place at most once, and only legs of pairs do.
  case eachLegOnce = "EachLegOnce"
  /// A pair's two visits lie `gap_days` apart.
  case reciprocalGap = "ReciprocalGap"
  /// One facilitator leads both visits where `same_facilitator: required`.
  case sameFacilitator = "SameFacilitator"
  /// At most `max_per_week` visits in an ISO week.
  case weeklyLimit = "WeeklyLimit"
  /// A facilitator makes one visit a day.
  case oneVisitPerFacilitatorPerDay = "OneVisitPerFacilitatorPerDay"
  /// A facilitator's visits on consecutive days are within reach of each other.
  case facilitatorWithinReach = "FacilitatorWithinReach"
  /// A facilitator's weekly limit.
  case facilitatorWeeklyLimit = "FacilitatorWeeklyLimit"
  /// A facilitator's limit in all.
  case facilitatorTotalLimit = "FacilitatorTotalLimit"
  /// Nobody is in two visits on one day.
  case oneVisitPerPersonPerDay = "OneVisitPerPersonPerDay"
  /// Nobody gives more days than `max_days`.
  case personDayLimit = "PersonDayLimit"
  /// A room is used by one visit at a time.
  case oneVisitPerRoom = "OneVisitPerRoom"
}

/// A rule that a plan breaks, where, and in words.
public struct Breach: Sendable, Hashable {
  /// Which rule.
  public var rule: Rule
  /// What it concerns, as a visit's, pair's or team's id.
  public var subject: String
  /// What is wrong and by how much, as a sentence for people.
  public var sentence: String

  /// A breach in words.
  public init(rule: Rule, subject: String, sentence: String) {
    self.rule = rule
    self.subject = subject
    self.sentence = sentence
  }
}
