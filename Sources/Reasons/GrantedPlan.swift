public import Domain
public import GLPK
import Opportunities
public import Visits

/// The whole plan made anew with obstacles out of the way, at little cost: what they cannot have changed is taken over
/// from the plan before.
public struct GrantedPlan {
  /// The programme with what was asked for.
  public let programme: Programme
  /// The schedule of all its visits.
  public let answer: VisitsAnswer

  /// Grants `obstacles` in the programme of `problem` and schedules all visits again.
  public init(_ obstacles: [Obstacle], in problem: VisitsProblem, control: VisitsControl) throws(GLPKError) {
    let before = problem.table.programme
    var programme = before
    for obstacle in obstacles { obstacle.grant(in: &programme) }
    let table = OpportunityTable(programme, among: problem.groups)
    let reaches = obstacles.map { ObstacleReach($0, in: before) }
    let granted = VisitsProblem(table, groups: problem.groups) { host, visitors, rivals in
      Self.options(host, visitors, problem, table, rivals, reaches)
    }
    var solver = VisitsSolver(granted, control: control)
    self.programme = programme
    answer = try solver.solve()
  }

  /// The options of a visit; `nil` where all have to be worked out.
  private static func options(
    _ host: Int, _ visitors: [Int], _ problem: VisitsProblem, _ table: OpportunityTable,
    _ rivals: Rivals, _ reaches: [ObstacleReach]
  ) -> [Option]? {
    let teams = table.programme.teams
    guard var options = problem.options(host: host, visitors: visitors, beside: rivals) else { return nil }
    for reach in reaches {
      switch reach.change(host: teams[host], visitors: visitors.map { teams[$0] }) {
      case .none: continue
      case .all: return nil
      case .on(let days):
        if options.contains(where: \.isFixed) { return nil }
        options.removeAll { days.contains($0.day) }
        for day in days {
          options += table.options(host: host, visitors: visitors, on: day, rivals: rivals)
        }
      }
    }
    return options.sorted { ($0.day, $0.facilitator ?? -1) < ($1.day, $1.facilitator ?? -1) }
  }
}

extension Obstacle {
  /// Makes `programme` as it is once somebody has agreed: the obstacle is lifted, and a visit that was in the way may
  /// move, at the cost of moving where it is published.
  public func grant(in programme: inout Programme) {
    guard case .visit(let id, _, _) = self else { return lift(from: &programme) }
    for index in programme.schedule.indices where programme.schedule[index].id == id {
      programme.schedule[index].pin = nil
      if programme.schedule[index].status == .confirmed { programme.schedule[index].status = .tentative }
    }
  }
}
