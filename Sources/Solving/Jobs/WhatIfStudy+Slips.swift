import Domain
import GLPK
import Opportunities
import Visits
import WhatIf

extension WhatIfStudy {
  /// By how many weeks each visit is delayed.
  static let slipWeeks = [1, 2, 4]

  /// What each visit's delay would do, one at a time, all within so many seconds of search; of those visits only whose
  /// place among all that can be delayed is `wanted`.
  ///
  /// A delay that the time does not reach is left out. The schedule that would be best if nothing happened is what they
  /// are measured against, so that what could be better anyway is nobody's damage.
  func slips(seconds: Double, wanted: (Int) -> Bool) throws -> [Slip] {
    let limit = planning.seconds() + seconds
    let unchanged = try solve(problem, until: limit)
    let today = situation.programme.settings.today
    let movable = before.visits.filter { visit in
      let row = situation.programme.scheduledVisit(visit.id)
      return visit.date > today && !(row?.isFixed(on: today) ?? false)
    }
    var slips: [Slip] = []
    for (number, visit) in movable.enumerated() where wanted(number) {
      planning.report("delay of visit \(number + 1) of \(movable.count)")
      for weeks in Self.slipWeeks where planning.seconds() < limit {
        let day = visit.date.advanced(by: 7 * weeks)
        let host = situation.programme.teams.firstIndex { $0.id == visit.host }
        let delayed = VisitsProblem(problem.table, groups: groups) { own, visitors, _ in
          let options = problem.options(host: own, visitors: visitors)
          return own == host ? options?.filter { $0.day >= day } : options
        }
        slips.append(slip(visit, weeks, try solve(delayed, until: limit), unchanged))
      }
    }
    return slips
  }

  private func solve(_ problem: VisitsProblem, until limit: Double) throws(GLPKError) -> VisitsAnswer {
    var solver = VisitsSolver(
      problem, control: VisitsControl(secondsLeft: { limit - planning.seconds() }))
    return try solver.solve()
  }

  private func slip(
    _ visit: Visit, _ weeks: Int, _ answer: VisitsAnswer, _ unchanged: VisitsAnswer
  ) -> Slip {
    func placed(_ answer: VisitsAnswer) -> Int {
      answer.costs.total.count - answer.costs[.unscheduled].count
    }
    let then = Dictionary(unchanged.visits.map { ($0.id, $0) }) { first, _ in first }
    let moved = answer.visits.count { now in
      guard now.id != visit.id, let old = then[now.id] else { return false }
      return old.interval.start != now.interval.start || old.facilitator != now.facilitator
    }
    return Slip(
      visit: visit.id, weeks: weeks, addedCost: placed(answer) - placed(unchanged),
      lost: answer.unscheduled.count - unchanged.unscheduled.count, moved: moved,
      noticeCost: answer.costs[.noticeBreach].count - unchanged.costs[.noticeBreach].count,
      date: answer.visits.first { $0.id == visit.id }?.date, isProven: answer.quality.isProven)
  }
}
