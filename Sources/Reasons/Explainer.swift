public import Domain
import Opportunities
import Visits

/// Says of each meeting date of a host whether its visit can be there while the rest of the plan stays, and if not,
/// what is in the way.
public struct Explainer {
  let plan: StandingPlan
  private let share: Int

  /// For the visit that the team at `host` receives, teams by index.
  ///
  /// Cost: the survey of the plan's groups.
  public init(_ settled: SettledPlan, host: Int) {
    plan = StandingPlan(settled, host: host)
    let programme = settled.programme
    let visits = settled.groups.reduce(0) { $0 + $1.count }
    let facilitators = max(1, programme.facilitators.count)
    share = (visits + facilitators - 1) / facilitators
  }

  /// Every day of the window on which the host has a meeting, or would have one.
  public var days: [Day] {
    var days: [Day] = []
    for occasion in plan.table.occasions[plan.host] where occasion.day != days.last {
      days.append(occasion.day)
    }
    return days
  }

  /// What is to be said of every day. Some hundred surveys of one visit: a second or so.
  public func explanation() -> VisitExplanation {
    VisitExplanation(
      host: plan.programme.teams[plan.host].id,
      visitors: plan.visitors.map { plan.programme.teams[$0].id }.sorted(), dates: days.map(verdict))
  }

  /// What is to be said of one day.
  public func verdict(_ day: Day) -> DateVerdict {
    let chosen = plan.table.givenPlace(host: plan.host, visitors: plan.visitors)
    let ways = plan.ways(on: day).filter(\.clashes.isEmpty)
    let outcome: DateVerdict.Outcome
    if chosen?.day == day, !ways.isEmpty, let fixed = plan.asFixed {
      // Its hours are what people know, whatever would be best.
      outcome = .possible(possible(fixed))
    } else if chosen?.day == day,
      let way = ways.first(where: { $0.option.facilitator == chosen?.facilitator })
    {
      outcome = .possible(possible(way.option))
    } else if let best = ways.map({ possible($0.option) }).min(by: { $0.costs.total < $1.costs.total }) {
      outcome = .possible(best)
    } else {
      outcome = .blocked(obstacles(on: day))
    }
    return DateVerdict(
      day: day, meetings: plan.table.occasions[plan.host].filter { $0.day == day }.map(\.meeting),
      isChosen: chosen?.day == day, outcome: outcome)
  }

  /// What must be lifted for the visit to be possible on `day`, and none of which can be left: one thing where one
  /// that is there already is enough. Looked at `alone`, the other visits are left out of account.
  ///
  /// Empty where it is possible, or where nothing that can be named helps.
  public func obstacles(on day: Day, alone: Bool = false) -> [Obstacle] {
    let census = ObstacleCensus(plan, day: day, alone: alone)
    let isAlone = alone || !census.isOfPlan
    func isPossible(_ lifted: [Obstacle]) -> Bool {
      plan.isPossible(on: day, without: lifted, alone: isAlone)
    }
    guard let found = MinimalObstacles(census.groups, isPossible: isPossible).obstacles else { return [] }
    guard found.count > 1 else { return found.map { detailed($0, among: found, on: day) } }
    if let single = singles(census, where: isPossible).first(where: { !$0.isAddition }) {
      return [detailed(single, among: [single], on: day)]
    }
    return found.map { detailed($0, among: found, on: day) }
  }

  /// Everything that by itself would make the visit possible on `day`; who can be asked first.
  public func singles(on day: Day, alone: Bool) -> [Obstacle] {
    let census = ObstacleCensus(plan, day: day, alone: alone)
    let isAlone = alone || !census.isOfPlan
    return singles(census) { plan.isPossible(on: day, without: $0, alone: isAlone) }
      .map { detailed($0, among: [$0], on: day) }
  }

  private func singles(_ census: ObstacleCensus, where isPossible: ([Obstacle]) -> Bool) -> [Obstacle] {
    // Where everything else is lifted and the day still not possible, one of the group must be lifted: of two such
    // groups no single thing is enough.
    var needed: Int?
    for group in census.groups.indices.reversed() {
      let others = census.groups.indices.flatMap { $0 == group ? [] : census.groups[$0] }
      if isPossible(others) { continue }
      if needed != nil { return [] }
      needed = group
    }
    var seen: Set<Obstacle> = []
    let all = needed.map { census.groups[$0] } ?? census.groups.reversed().flatMap { $0 }
    let candidates = all.filter { $0.remedy != .nothing && seen.insert($0).inserted }
    let found = candidates.enumerated().filter { isPossible([$0.element]) }
    return found.sorted { ($0.element.remedy, $0.offset) < ($1.element.remedy, $1.offset) }.map(\.element)
  }

  /// Of another visit in the way: which rules it and this one would break.
  private func detailed(_ obstacle: Obstacle, among all: [Obstacle], on day: Day) -> Obstacle {
    guard case .visit(let id, let date, _) = obstacle else { return obstacle }
    let ways = plan.ways(on: day, without: all.filter { $0 != obstacle })
    // A limit has no other visit of its own: this one is among those that use it up.
    for way in ways where way.clashes.allSatisfy({ $0.host.map { plan.id(ofHost: $0) == id } ?? true }) {
      let rules = way.clashes.map(\.rule)
      if !rules.isEmpty { return .visit(id, date, breaking: Rule.allCases.filter(rules.contains)) }
    }
    return obstacle
  }

  /// What an option costs with the others where they stand.
  private func possible(_ option: Option) -> PossibleDate {
    let settings = plan.programme.settings
    var costs = option.costs
    if let leader = option.facilitator {
      let partners = plan.visitors.compactMap { plan.others[$0]?.facilitator }
      if settings.visits.sameFacilitator == .preferred, partners.contains(where: { $0 != leader }) {
        costs[.facilitatorChange] += Minutes(hours: settings.costs.facilitatorChange)
      }
      if plan.others.values.count(where: { $0.facilitator == leader }) >= share {
        costs[.facilitatorImbalance] += Minutes(hours: settings.costs.facilitatorImbalance)
      }
    }
    return PossibleDate(
      interval: option.interval, facilitator: option.facilitator.map { plan.programme.facilitators[$0].id },
      costs: costs)
  }
}
