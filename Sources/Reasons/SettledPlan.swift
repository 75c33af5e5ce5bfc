public import Domain
import Opportunities
import Visits

/// A plan that stands as its schedule has it, with people and rooms with which all of its visits are possible together,
/// where they are. What is explained of one visit leaves them with the others.
public struct SettledPlan {
  /// The programme, whose schedule is the plan.
  public let programme: Programme
  /// The pairs, and trios, teams by index.
  let groups: [[Int]]
  /// Every visit with a date, and no other.
  private let visits: VisitsProblem

  /// The plan of `groups` whose visits stand as `programme`'s schedule has them.
  ///
  /// Cost: the survey of the groups, and one search of a day for each visit.
  public init(_ programme: Programme, groups: [[Int]]) {
    self.programme = programme
    self.groups = groups
    var held = programme
    for index in held.schedule.indices { held.schedule[index].pin = Pin() }
    let table = OpportunityTable(held, among: groups)
    visits = VisitsProblem(table, groups: groups) { host, visitors, _ in
      table.givenPlace(host: host, visitors: visitors) == nil ? [] : nil
    }
  }

  /// How the visit that the team at `host` receives is held; `nil` where it has no date.
  func option(host: Int, visitors: [Int]) -> Option? { visits.standingOption(host: host, visitors: visitors) }
}
