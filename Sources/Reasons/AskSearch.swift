public import Domain
public import GLPK
import Opportunities
public import Visits

/// Finds what to ask for so that the whole plan gets better, each by making the whole plan anew.
public struct AskSearch {
  private let problem: VisitsProblem
  private let before: VisitsAnswer
  private let plan: SettledPlan
  private let control: VisitsControl
  private let isInQuestion: (Obstacle) -> Bool

  /// For the visits of `problem`, of which `before` is the best schedule, in the `plan` that
  /// stands. Nobody is asked to lift what `isInQuestion`: it is there because somebody asked what would follow.
  public init(
    _ problem: VisitsProblem, before: VisitsAnswer, plan: SettledPlan,
    control: VisitsControl = VisitsControl(), isInQuestion: @escaping (Obstacle) -> Bool = { _ in false }
  ) {
    self.problem = problem
    self.before = before
    self.plan = plan
    self.control = control
    self.isInQuestion = isInQuestion
  }

  private var standing: Programme { plan.programme }

  /// What was found.
  public struct Findings {
    /// Best first; each makes the plan cheaper.
    public var asks: [Ask]
    /// How many were tried.
    public var tried: Int
  }

  /// A thing to ask for, not yet tried.
  private struct Candidate {
    var obstacles: [Obstacle]
    /// The host of the visit that they keep from a day, by index of team.
    var host: Int
    var day: Day
  }

  /// The asks for the visit that `explanation` is about: at most `most` are tried, and fewer where the time that
  /// `control` allows ends, but one in any case.
  ///
  /// Single things first. Where none of them gives the visit a date, the smallest sets, of which nothing can be left.
  public func findings(_ explanation: VisitExplanation, most: Int) throws(GLPKError) -> Findings {
    guard let host = standing.teams.firstIndex(where: { $0.id == explanation.host }),
      let group = problem.groups.first(where: { $0.contains(host) })
    else { return Findings(asks: [], tried: 0) }
    var findings = Findings(asks: [], tried: 0)
    let id = explanation.id
    let hadDate = before.visits.contains { $0.id == id }
    for candidate in singles(explanation, host: host, group: group, most: most).prefix(most) {
      guard control.secondsLeft() > 0 || findings.tried == 0 else { break }
      if let ask = try ask(candidate, for: id) { findings.asks.append(ask) }
      findings.tried += 1
    }
    if !hadDate, !findings.asks.contains(where: { $0.date != nil }) {
      for candidate in sets(explanation, host: host).prefix(max(1, most / 4)) {
        guard control.secondsLeft() > 0 else { break }
        findings.tried += 1
        guard let ask = try ask(candidate, for: id), ask.date != nil else { continue }
        findings.asks.append(try smallest(ask, candidate, for: id, &findings.tried))
      }
    }
    findings.asks = findings.asks.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      if (a.date == nil) != (b.date == nil) { return a.date != nil }
      if a.gain != b.gain { return a.gain > b.gain }
      return (a.obstacles.count, a.day, $0.offset) < (b.obstacles.count, b.day, $1.offset)
    }.map(\.element)
    return findings
  }

  /// Single things that open a day to the visit: first those with which it is possible while the rest of the plan
  /// stays, then those that open a day to it, or to another of its pair, whatever the others are. Where the visit has a
  /// date, only those that open an earlier one. Nobody is asked to do without an agenda.
  private func singles(_ explanation: VisitExplanation, host: Int, group: [Int], most: Int) -> [Candidate] {
    let chosen = explanation.chosen?.day
    // What is asked for in the same words is the same: a limit, or one more facilitator from next door to either host.
    var seen: Set<String> = []
    func candidates(_ explainer: Explainer, host: Int, alone: Bool) -> [Candidate] {
      let days = explainer.days.prefix { day in chosen.map { day < $0 } ?? true }
      let found = days.flatMap { day -> [(obstacle: Obstacle, day: Day)] in
        // Dates are in order of time: where it ends, the later ones are not looked at.
        guard control.secondsLeft() > 0 else { return [] }
        return explainer.singles(on: day, alone: alone).filter { $0 != .dayLength && !isInQuestion($0) }
          .map { ($0, day) }
      }
      return found.enumerated().sorted {
        ($0.element.obstacle.remedy, $0.element.day, $0.offset)
          < ($1.element.obstacle.remedy, $1.element.day, $1.offset)
      }.map(\.element).filter { seen.insert($0.obstacle.wish(in: standing, on: $0.day)).inserted }.map {
        Candidate(obstacles: [$0.obstacle], host: host, day: $0.day)
      }
    }
    let own = Explainer(plan, host: host)
    var all = candidates(own, host: host, alone: false)
    if all.count < most { all += candidates(own, host: host, alone: true) }
    // A visit without a date may want for one of its pair's other dates.
    for team in group where team != host && chosen == nil && all.count < most {
      all += candidates(Explainer(plan, host: team), host: team, alone: true)
    }
    return all
  }

  /// Sets of several things that open a day with the rest of the plan as it stands, the smallest first.
  private func sets(_ explanation: VisitExplanation, host: Int) -> [Candidate] {
    explanation.dates.compactMap { verdict -> Candidate? in
      guard case .blocked(let obstacles) = verdict.outcome, obstacles.count > 1,
        obstacles.allSatisfy({ $0.remedy != .nothing && !isInQuestion($0) })
      else { return nil }
      return Candidate(obstacles: obstacles, host: host, day: verdict.day)
    }.sorted { ($0.obstacles.count, $0.day) < ($1.obstacles.count, $1.day) }
  }

  /// The same ask without whatever the visit has a date without.
  private func smallest(
    _ ask: Ask, _ candidate: Candidate, for id: VisitID, _ tried: inout Int
  ) throws(GLPKError) -> Ask {
    var best = ask
    var candidate = candidate
    for obstacle in candidate.obstacles where candidate.obstacles.count > 1 {
      var less = candidate
      less.obstacles.removeAll { $0 == obstacle }
      tried += 1
      guard let ask = try self.ask(less, for: id), ask.date != nil else { continue }
      candidate = less
      best = ask
    }
    return best
  }

  /// How long making a plan anew may take at the least.
  private static let leastSeconds = 10.0

  /// What the plan gains by a candidate; `nil` where that is nothing.
  private func ask(_ candidate: Candidate, for id: VisitID) throws(GLPKError) -> Ask? {
    // A search that has begun gets some seconds, however little is left.
    let late = max(0, Self.leastSeconds - control.secondsLeft())
    let patience = VisitsControl(secondsLeft: { control.secondsLeft() + late })
    let plan = try GrantedPlan(candidate.obstacles, in: problem, control: patience).answer
    let gain = before.quality.objective - plan.quality.objective
    guard gain > 0 else { return nil }
    let days = Dictionary(plan.visits.map { ($0.id, $0.date) }, uniquingKeysWith: { a, _ in a })
    let moved = before.visits.count { visit in
      visit.id != id && days[visit.id].map { $0 != visit.date } ?? true
    }
    let visitors = problem.groups.first { $0.contains(candidate.host) }?.filter { $0 != candidate.host } ?? []
    let date = plan.visits.first { $0.id == id }?.interval
    return Ask(
      obstacles: candidate.obstacles,
      visit: VisitID(
        host: standing.teams[candidate.host].id, visitors: visitors.map { standing.teams[$0].id }),
      day: candidate.day, due: due(candidate, for: min(candidate.day, date?.start.day ?? candidate.day)),
      objective: plan.quality.objective, gain: Minutes(gain), date: date,
      placed: plan.visits.count - before.visits.count, moved: moved)
  }

  /// The last day on which all of it can be asked for in time: the date freezes, and whoever is to be free, or to
  /// lead, has a notice; never before today.
  private func due(_ candidate: Candidate, for day: Day) -> Day {
    let settings = standing.settings
    let days = candidate.obstacles.map { obstacle -> Day in
      switch obstacle {
      case .busy(.person(let id), let stretch):
        stretch.start.day.advanced(
          by: -(standing.person(id)?.noticeDays ?? settings.visits.defaultNoticeDays))
      case .busy(.facilitator(let id), let stretch):
        stretch.start.day.advanced(by: -(standing.facilitator(id)?.noticeDays ?? 0))
      case .facilitatorWeekFull(let id, _, _), .facilitatorFull(let id, _):
        day.advanced(by: -(standing.facilitator(id)?.noticeDays ?? 0))
      case .noMeeting, .bankHoliday, .closure, .past, .drive, .travelHours, .dayLength, .ownMeeting,
        .event, .roleVacant, .visitorLimit, .roomTaken, .noRoom, .notIndependent, .noNotice, .noFacilitator,
        .visit, .gap, .sameFacilitator, .weekFull, .daysGiven:
        day
      }
    }
    let frozen = day.advanced(by: -settings.publish.freezeDays)
    return max(settings.today, (days + [frozen]).min() ?? frozen)
  }
}
