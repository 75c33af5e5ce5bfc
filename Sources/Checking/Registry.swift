import Domain

/// Every rule and preference that is checked, in the order of Domain.
enum Registry {
  static let rules: [any RuleCheck.Type] = [
    OnePartnerPerTeam.self, EligibleTeams.self, KeptApart.self, TravelLimit.self, LevelGapLimit.self,
    MinimumGain.self, EnoughCommonIndicators.self, ForbiddenPair.self, ForcedPair.self,
    EnoughCommonDates.self,
    OnMeetingDate.self, AgendaInOrder.self, RolesPresent.self, AttendeesFree.self, MeetingObserved.self,
    RoomFree.self, RoomCapacity.self, VisitorLimit.self, TravelHours.self, VisitorMeetingKept.self,
    FacilitatorPresent.self, FacilitatorIndependent.self, FacilitatorNotice.self,
    EachLegOnce.self, ReciprocalGap.self, SameFacilitator.self, WeeklyLimit.self,
    OneVisitPerFacilitatorPerDay.self, FacilitatorWithinReach.self, FacilitatorWeeklyLimit.self,
    FacilitatorTotalLimit.self, OneVisitPerPersonPerDay.self,
    PersonDayLimit.self, OneVisitPerRoom.self,
  ]

  static let preferences: [any PreferenceCheck.Type] = [
    Delay.self, OptionalAbsence.self, CounterpartMissing.self, ClinicCancelled.self, IfNeeded.self,
    NotPreferred.self, OwnMeetingMissed.self, Overnight.self, FacilitatorChange.self,
    FacilitatorTravel.self, FacilitatorImbalance.self, MovePublished.self, NoticeBreach.self,
    Unscheduled.self,
  ]
}
