import Domain
import Opportunities
import Visits
import WhatIf

/// Which visits some changes can make possible, impossible, cheaper or dearer by themselves; all others are what they
/// were.
struct TouchedVisits {
  private let programme: Programme
  private let problem: VisitsProblem
  private let changes: [Change]

  /// The visits that `changes` touch among those of `problem`, which is about the time before.
  init(_ changes: [Change], _ problem: VisitsProblem) {
    programme = problem.table.programme
    self.problem = problem
    self.changes = changes
  }

  /// Whether the visit of `visitors` to `host`, teams by index, has to be looked at anew.
  func contains(host: Int, visitors: [Int]) -> Bool {
    let teams = ([host] + visitors).map { programme.teams[$0] }
    let id = VisitID(host: teams[0].id, visitors: teams.dropFirst().map(\.id))
    return changes.contains { change in
      switch change.event {
      case .notBefore(let visit, _), .notOn(let visit, _, _), .moveTo(let visit, _), .cancel(let visit):
        return visit == id
      case .away(.person(let person), _, _):
        let own = programme.person(person)?.teams ?? []
        return teams.contains { own.contains($0.id) }
      case .away(.room(let room), _, _):
        return programme.rooms.contains { $0.id == room && $0.site == teams[0].site }
      case .away(.facilitator(let facilitator), _, _):
        guard let index = programme.facilitators.firstIndex(where: { $0.id == facilitator }) else {
          return true
        }
        let options = problem.options(host: host, visitors: visitors) ?? []
        return options.contains { $0.facilitator == index }
      case .withdraw(let team): return teams.contains { $0.id == team }
      // Facilitators are told apart by their place among all.
      case .join: return true
      }
    }
  }
}
