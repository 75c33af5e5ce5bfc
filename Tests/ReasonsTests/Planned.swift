import Domain
import Opportunities
import Pairing
import Visits

@testable import Reasons

/// A programme with its plan.
struct Planned {
  let programme: Programme
  let groups: [[Int]]
  let problem: VisitsProblem
  let answer: VisitsAnswer
  /// The programme with the plan for its schedule.
  let standing: Programme
  /// The plan as explanations take it.
  let settled: SettledPlan

  init(_ programme: Programme) throws {
    let table = OpportunityTable(programme)
    let pairing = try PairingProblem(programme, table).solve(PairingOptions())
    let groups = pairing.pairs.map { pair in
      pair.teams.compactMap { id in programme.teams.firstIndex { $0.id == id } }
    }
    try self.init(programme, groups: groups)
  }

  init(_ programme: Programme, groups: [[Int]]) throws {
    self.programme = programme
    self.groups = groups
    problem = VisitsProblem(OpportunityTable(programme, among: groups), groups: groups)
    var solver = VisitsSolver(problem)
    answer = try solver.solve()
    standing = programme.holding(answer.visits)
    settled = SettledPlan(standing, groups: groups)
  }
}

/// Whether a visit can be on a day while all others stay: asked of the solver, with a programme edited as a whole and
/// nothing of Reasons but what lifting an obstacle means.
struct SecondOpinion {
  let planned: Planned
  let host: Int
  private let id: VisitID
  private let pinned: Programme
  private let others: [Int: [Option]]

  init(_ planned: Planned, host: Int) {
    self.planned = planned
    self.host = host
    let teams = planned.programme.teams
    let visitors = (planned.groups.first { $0.contains(host) } ?? []).filter { $0 != host }
    let id = VisitID(host: teams[host].id, visitors: visitors.map { teams[$0].id })
    self.id = id
    var pinned = planned.standing
    for index in pinned.schedule.indices { pinned.schedule[index].pin = Pin() }
    let table = OpportunityTable(pinned, among: planned.groups)
    let staffed = VisitsProblem(table, groups: planned.groups) { other, guests, _ in
      table.givenPlace(host: other, visitors: guests) == nil ? [] : nil
    }
    pinned.schedule.removeAll { $0.id == id }
    self.pinned = pinned
    var others: [Int: [Option]] = [:]
    for group in planned.groups {
      for other in group where other != host {
        var option = staffed.standingOption(host: other, visitors: group.filter { $0 != other })
        // It keeps its people and rooms.
        option?.isRigid = true
        others[other] = option.map { [$0] } ?? []
      }
    }
    self.others = others
  }

  func isPossible(on day: Day, without obstacles: [Obstacle]) throws -> Bool {
    var programme = pinned
    for obstacle in obstacles { obstacle.lift(from: &programme) }
    let table = OpportunityTable(programme, among: planned.groups)
    let standing = Set(programme.schedule.map(\.host))
    let problem = VisitsProblem(table, groups: planned.groups) { host, visitors, _ in
      if host == self.host { return table.options(host: host, visitors: visitors, on: day) }
      return standing.contains(programme.teams[host].id) ? others[host] : []
    }
    var solver = VisitsSolver(problem)
    return try solver.solve().visits.contains { $0.id == id }
  }
}
