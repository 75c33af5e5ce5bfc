import Domain
import WhatIf

/// What a visit's move asks of people: clinics, rooms, hotels and milestones, those of the old date against those of
/// the new one.
struct MoveConsequences {
  /// Clinics given up for the old date whose notice has run out: that time is lost.
  let sunkClinics: [Action]
  /// Clinics that need not be given up any more.
  let keptClinics: [Action]
  /// Clinics to be given up for the new date.
  let newClinics: [Action]
  let roomsToRelease: [Action]
  let roomsToBook: [Action]
  let hotelsToCancel: [Action]
  let hotelsToBook: [Action]
  /// Milestones that are due on another day, each with its old and new day.
  let milestones: [(action: Action, from: Day, to: Day)]

  /// What follows from `old` becoming `new`; either may be missing.
  init(_ comparison: ScenarioComparison, from old: Visit?, to new: Visit?) {
    func actions(
      _ visit: Visit?, _ programme: Programme, _ plan: Plan, _ diaries: [DiaryOwner: [Availability]]
    ) -> [Action] {
      guard let visit else { return [] }
      return VisitActions(
        visit: visit, words: PlanWords(programme: programme, plan: plan), diaries: diaries
      ).all.sorted(by: Action.precedes)
    }
    let was = actions(old, comparison.programme, comparison.before, comparison.oldDiaries)
    let willBe = actions(new, comparison.changed, comparison.after, comparison.newDiaries)
    func matching(_ kind: Action.Kind, _ actions: [Action], without others: [Action]) -> [Action] {
      actions.filter { action in
        action.kind == kind
          && !others.contains {
            $0.kind == kind && $0.to == action.to && $0.room == action.room && $0.on == action.on
              && $0.times == action.times
          }
      }
    }
    // What another visit takes of the same person is given up all the same, and whoever is away holds no clinic.
    let clinics = matching(.cancelClinic, was, without: willBe)
      .filter { !comparison.clinicsAfter.contains(ClinicGivenUp($0)) && comparison.canBeHeld($0) }
    let today = comparison.before.today
    sunkClinics = clinics.filter { $0.due < today }
    keptClinics = clinics.filter { $0.due >= today }
    newClinics = matching(.cancelClinic, willBe, without: was)
      .filter { !comparison.clinicsBefore.contains(ClinicGivenUp($0)) }
    roomsToRelease = matching(.bookRoom, was, without: willBe)
    roomsToBook =
      matching(.bookRoom, willBe, without: was) + matching(.findRoom, willBe, without: was)
    hotelsToCancel = matching(.bookHotel, was, without: willBe)
    hotelsToBook = matching(.bookHotel, willBe, without: was)
    // One a milestone: those who are responsible are the same before and after.
    var shifted: [(action: Action, from: Day, to: Day)] = []
    if let old, let new {
      for milestone in comparison.programme.settings.visits.milestones where old.date != new.date {
        let from = old.date.advanced(by: milestone.days)
        let due = new.date.advanced(by: milestone.days)
        guard let action = willBe.first(where: { $0.kind == .milestone && $0.due == due }) else { continue }
        if shifted.contains(where: { $0.from == from && $0.to == due }) { continue }
        shifted.append((action, from, due))
      }
    }
    milestones = shifted
  }

  /// A sentence for each kind of consequence, most urgent first.
  func sentences(_ comparison: ScenarioComparison, _ new: Visit?) -> [String] {
    var sentences: [String] = []
    func add(_ lead: String, _ actions: [Action], _ text: (Action) -> String) {
      if !actions.isEmpty { sentences.append("\(lead): " + actions.map(text).joined(separator: "; ") + ".") }
    }
    func clinic(_ action: Action) -> String {
      "\(action.to.name), \(action.on?.inWords ?? ""), \(VisitActions.clock(action.times))"
    }
    func room(_ action: Action) -> String {
      let name = action.room.map { comparison.changed.room($0)?.name ?? $0.text } ?? "a room to be found"
      let id = action.room.map { " (\($0))" } ?? ""
      return "\(name)\(id), \(action.on?.inWords ?? ""), \(VisitActions.clock(action.times))"
    }
    func hotel(_ action: Action) -> String { "\(action.to.name), night of \(action.on?.inWords ?? "")" }
    add("Clinics given up in vain, too late to take back", sunkClinics, clinic)
    add("Clinics that can go ahead after all", keptClinics, clinic)
    let today = comparison.before.today
    add("Clinics to give up", newClinics) { action in
      action.due < today
        ? "\(clinic(action)), at once: the day to give notice by was \(action.due.inWords)"
        : "\(clinic(action)), by \(action.due.inWords)"
    }
    add("Rooms to release", roomsToRelease, room)
    add("Rooms to book", roomsToBook, room)
    add("Hotels to cancel", hotelsToCancel, hotel)
    add("Hotels to book", hotelsToBook, hotel)
    if !milestones.isEmpty {
      let parts = milestones.map { milestone in
        let title = comparison.programme.settings.visits.milestones.first { entry in
          new.map { $0.date.advanced(by: entry.days) == milestone.to } ?? false
        }?.title
        return "\(title ?? "milestone") from \(milestone.from.inWords) to \(milestone.to.inWords)"
          + (milestone.to < today ? ", which is over" : "")
      }
      sentences.append("Due on another day: " + parts.joined(separator: "; ") + ".")
    }
    return sentences
  }
}
