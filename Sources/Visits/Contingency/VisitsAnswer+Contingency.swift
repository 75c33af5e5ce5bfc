import Domain
import Opportunities

extension VisitsAnswer {
  /// Gives each visit that lies ahead a date in reserve, and says without whom it cannot be held: what a manager
  /// needs when something goes wrong. `problem` is what this answers. Work grows with visits × options, and with
  /// visits × people needed.
  public mutating func provideForMishaps(in problem: VisitsProblem) {
    let today = problem.table.programme.settings.today
    let placement = Placement(visits, of: problem)
    let reserves = ReserveDates(placement: placement)
    let mainstays = Mainstays(placement)
    for index in visits.indices {
      guard visits[index].isAhead(of: today), let visit = placement.index(of: visits[index]) else { continue }
      visits[index].reserveDate = reserves.date(for: visit, given: visits[index].reserveDate)
      visits[index].mainstays = mainstays.of(visit)
    }
  }
}
