import Domain
public import Opportunities

/// The visits of some pairs (and a trio) with all their options, as flat arrays: what the integer programme is about.
///
/// Visits are numbered through, group by group: each team of a group hosts the others in turn. Options of all visits
/// share one numbering too.
public struct VisitsProblem {
  /// The table the options come from.
  public let table: OpportunityTable
  /// The pairs, or trios of three, teams by index, in the order given.
  public let groups: [[Int]]
  /// Which visits could want the same people and rooms.
  public let rivals: Rivals

  /// The range of each group's visits.
  let visitsOf: [Range<Int>]
  /// Which group each visit belongs to.
  let groupOf: [Int]
  let options: [Option]
  /// Which visit each option belongs to.
  let visitOf: [Int]
  /// The range of each visit's options, by date and facilitator.
  let optionsOf: [Range<Int>]
  /// Day number, ISO week number counted from the first, facilitator (-1 without) and cost of each option.
  let day: [Int]
  let week: [Int]
  let facilitator: [Int]
  let cost: [Int]
  /// Whether each option is one of a visit that stays whatever it breaks; all of them are on its day, and the last one's
  /// people and rooms break nothing among the fixed visits.
  let isFixed: [Bool]
  /// Whether its people and rooms stay with it too; it is then its visit's only one.
  let isRigid: [Bool]
  /// How many options are perhaps not the best of their date and facilitator, because there was too much to try.
  let cutShort: Int
  let weekCount: Int
  /// The number of the week that holds the first day of the window.
  let windowWeek: Int
  /// The costs of a group.
  let facilitatorChange: Int
  let unscheduled: Int
  /// The options of each visit as they were found, before who comes to fixed visits was looked at together.
  let found: [[Option]]

  /// Works out the options of every visit of `groups` of two or three teams, with so much `effort` in all; where none
  /// is given, with more for many visits than for few.
  ///
  /// What `known` has for a visit, by host and visitors, beside these rivals, is taken as it is: so a programme that
  /// differs from one that was looked at before in few visits is ready at once.
  public init(
    _ table: OpportunityTable, groups: [[Int]], effort given: SearchEffort? = nil,
    known: (_ host: Int, _ visitors: [Int], _ rivals: Rivals) -> [Option]? = { _, _, _ in nil }
  ) {
    // Usually two thirds of this per visit are enough for every day.
    let effort = given ?? SearchEffort(programme: max(40_000_000, 500_000 * groups.joined().count))
    let rivals = Rivals(table, groups: groups)
    let found = Self.options(table, groups, rivals, effort, known)
    let problem = Self(table, groups, rivals, found)
    let isSettled = found.allSatisfy { $0.count < 2 || !$0.contains(where: \.isFixed) }
    self = isSettled ? problem : Self(table, groups, rivals, FixedStaffing(problem).options, found: found)
  }

  /// The problem with just these options of each visit.
  init(
    _ table: OpportunityTable, _ groups: [[Int]], _ rivals: Rivals, _ all: [[Option]],
    found: [[Option]]? = nil
  ) {
    let settings = table.programme.settings
    var options: [Option] = []
    var visitOf: [Int] = []
    var ranges: [Range<Int>] = []
    var visitsOf: [Range<Int>] = []
    var groupOf: [Int] = []
    for (index, teams) in groups.enumerated() {
      let visits = ranges.count..<ranges.count + teams.count
      visitsOf.append(visits)
      for own in all[visits] {
        visitOf += Array(repeating: ranges.count, count: own.count)
        ranges.append(options.count..<options.count + own.count)
        groupOf.append(index)
        options += own
      }
    }
    // A fixed visit may lie outside the window.
    let days = options.map(\.day) + [settings.visitsFrom, settings.visitsTo]
    let firstWeek = (days.min() ?? settings.visitsFrom).week.monday
    let lastWeek = (days.max() ?? settings.visitsTo).week.monday
    self.table = table
    self.groups = groups
    self.rivals = rivals
    self.visitsOf = visitsOf
    self.groupOf = groupOf
    self.options = options
    self.visitOf = visitOf
    optionsOf = ranges
    day = options.map(\.day.number)
    week = options.map { firstWeek.distance(to: $0.day.week.monday) / 7 }
    facilitator = options.map { $0.facilitator ?? -1 }
    cost = options.map(\.cost)
    isFixed = options.map(\.isFixed)
    isRigid = options.map(\.isRigid)
    self.found = found ?? all
    cutShort = options.count { !$0.isBest }
    windowWeek = firstWeek.distance(to: settings.visitsFrom.week.monday) / 7
    weekCount = firstWeek.distance(to: lastWeek) / 7 + 1
    facilitatorChange = FacilitatorChange.cost(settings)
    unscheduled = Unscheduled.cost(settings)
  }

  /// The options of each visit: what is known, and the rest worked out.
  private static func options(
    _ table: OpportunityTable, _ groups: [[Int]], _ rivals: Rivals, _ effort: SearchEffort,
    _ known: (_ host: Int, _ visitors: [Int], _ rivals: Rivals) -> [Option]?
  ) -> [[Option]] {
    let visits = groups.flatMap { teams in
      teams.map { host in (host: host, visitors: teams.filter { $0 != host }) }
    }
    let given = visits.map { known($0.host, $0.visitors, rivals) }
    let open = visits.indices.filter { given[$0] == nil }
    var all = given.map { $0 ?? [] }
    let found = table.options(of: open.map { visits[$0] }, rivals: rivals, effort: effort)
    for (visit, own) in zip(open, found) { all[visit] = own }
    return all
  }

  /// Every option of the visit of `visitors` to `host`, teams by index; `nil` where it is none of the problem's. Of a
  /// fixed visit every way to hold it, whatever the other fixed visits leave of them.
  public func options(host: Int, visitors: [Int]) -> [Option]? {
    visit(host: host, visitors: visitors).map { found[$0] }
  }

  /// The same for a programme that differs from this problem's in nothing that this visit depends on by itself; `nil`
  /// too where the visits beside it, `rivals` there, could take something from it that these could not.
  public func options(host: Int, visitors: [Int], beside rivals: Rivals) -> [Option]? {
    guard let options = options(host: host, visitors: visitors),
      !table.isMoreContested(
        host: host, visitors: visitors, on: Set(options.map(\.day)), rivals, than: self.rivals)
    else { return nil }
    return options
  }

  /// The range of the options of all visits of a group.
  func optionsOfGroup(_ group: Int) -> Range<Int> {
    let visits = visitsOf[group]
    return optionsOf[visits.lowerBound].lowerBound..<optionsOf[visits.upperBound - 1].upperBound
  }

  /// How many visits there are.
  var visitCount: Int { groupOf.count }

  /// The visit of `visitors`, in whatever order, to `host`, teams by index; `nil` where it is none of the problem's.
  func visit(host: Int, visitors: [Int]) -> Int? {
    for group in groups.indices where groups[group].contains(host) {
      for visit in visitsOf[group]
      where self.host(visit) == host && Set(self.visitors(visit)) == Set(visitors) {
        return visit
      }
    }
    return nil
  }

  /// The host of a visit, by index of team.
  func host(_ visit: Int) -> Int { groups[groupOf[visit]][visit - visitsOf[groupOf[visit]].lowerBound] }

  /// The visiting teams of a visit, by index of team.
  func visitors(_ visit: Int) -> [Int] {
    let host = host(visit)
    return groups[groupOf[visit]].filter { $0 != host }
  }

  /// The stable name of a visit.
  func id(_ visit: Int) -> VisitID {
    let teams = table.programme.teams
    return VisitID(host: teams[host(visit)].id, visitors: visitors(visit).map { teams[$0].id })
  }

  /// How the visit of `visitors` to `host`, teams by index, is held where it is fixed and nothing else wants its people
  /// and rooms; `nil` where it is not.
  public func standingOption(host: Int, visitors: [Int]) -> Option? {
    visit(host: host, visitors: visitors).flatMap(settledOption).map { options[$0] }
  }

  /// The option in which a fixed visit goes together with all other fixed ones; `nil` of any other visit.
  func settledOption(of visit: Int) -> Int? {
    isFixed(visit: visit) ? optionsOf[visit].upperBound - 1 : nil
  }

  /// Whether a visit stands where it is and must not be left out.
  func isFixed(visit: Int) -> Bool { optionsOf[visit].contains { isFixed[$0] } }
}
