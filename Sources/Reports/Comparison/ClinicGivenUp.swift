import Domain

/// A clinic that somebody gives up, for whichever visit.
struct ClinicGivenUp: Hashable {
  /// The person's or facilitator's id.
  let owner: String?
  let times: [Interval]

  /// The clinic of an action.
  init(_ action: Action) {
    owner = action.to.id
    times = action.times
  }

  /// All those of a plan.
  static func all(in words: PlanWords, _ diaries: [DiaryOwner: [Availability]]) -> Set<ClinicGivenUp> {
    Set(
      words.plan.visits.flatMap { visit in
        VisitActions(visit: visit, words: words, diaries: diaries).clinics.map(ClinicGivenUp.init)
      })
  }
}
