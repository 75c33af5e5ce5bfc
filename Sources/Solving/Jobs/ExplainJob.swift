import Domain
import Intake
import Opportunities
import Reasons
import Visits

/// From a programme's files and its schedule to what is to be said of one visit: every date of its host, and what to
/// ask for. Runs inside a worker, as `PlanJob` does, and takes its steps.
struct ExplainJob {
  let planning: PlanJob
  /// The visit's id.
  let visit: String

  /// So many asks are tried at most, each by making the whole plan anew.
  static let mostAsks = 80

  func run() -> WorkReply {
    do {
      let programme = try planning.readProgramme()
      let groups: [[Int]]
      let host: Int
      switch try ScheduledGroups(programme, pairs: planning.givenPairs(of: programme), with: visit) {
      case .found(let found, let index): (groups, host) = (found, index)
      case .refused(let why): return .refused([why])
      }
      planning.report("explaining")
      let plan = SettledPlan(programme, groups: groups)
      var explanation = Explainer(plan, host: host).explanation()
      let problem = VisitsProblem(OpportunityTable(programme, among: groups), groups: groups)
      let limit = planning.seconds() + planning.request.timeLimit
      let control = VisitsControl(secondsLeft: { limit - planning.seconds() })
      var solver = VisitsSolver(problem, control: control)
      let before = try solver.solve()
      planning.report("asks")
      let findings = try AskSearch(problem, before: before, plan: plan, control: control)
        .findings(explanation, most: Self.mostAsks)
      explanation.asks = findings.asks
      explanation.tried = findings.tried
      explanation.objective = before.quality.objective
      return .explanation(explanation)
    } catch {
      return WorkReply(endedBy: error)
    }
  }
}

/// The pairs, and trios, whose visits a schedule holds.
enum ScheduledGroups {
  /// Teams by index, in the order of their pairs' ids; and the host of the visit asked about.
  case found([[Int]], host: Int)
  /// What is wrong, in a line.
  case refused(String)

  /// The pairs of `programme`'s schedule, the ones given besides, and that of the visit called `name`.
  init(_ programme: Programme, pairs: [[TeamID]], with name: String) {
    let position = programme.teamPositions
    let rows = programme.schedule.filter { $0.status != .cancelled }
    var groups = pairs.map { $0.sorted() } + rows.map { ([$0.host] + $0.visitors).sorted() }
    let known = programme.schedule.map { ($0.id.text, $0.host, $0.visitors) } + Self.visits(of: groups)
    let named = known.first { $0.0 == name } ?? Self.visit(name)
    guard let (_, host, visitors) = named, let index = position[host], !visitors.isEmpty,
      visitors.allSatisfy({ position[$0] != nil && $0 != host })
    else {
      self = .refused(
        "error: there is no visit \(name); name a host and a visitor by their ids, as in "
          + "\(known.first?.0 ?? "R0A--RJ1")")
      return
    }
    groups.append(([host] + visitors).sorted())
    let all = Set(groups).sorted { PairID($0) < PairID($1) }
    for (place, group) in all.enumerated() {
      for other in all[..<place] {
        guard let team = group.first(where: other.contains) else { continue }
        self = .refused(
          "error: \(team) would have two partners, \(PairID(other)) and \(PairID(group)); name a visit of one pair, "
            + "or mend the schedule")
        return
      }
    }
    self = .found(all.map { $0.compactMap { position[$0] } }, host: index)
  }

  private static func visits(of groups: [[TeamID]]) -> [(String, TeamID, [TeamID])] {
    groups.flatMap { group in
      group.map { host in
        let visitors = group.filter { $0 != host }
        return (VisitID(host: host, visitors: visitors).text, host, visitors)
      }
    }
  }

  /// A visit named as `HOST--VISITOR`, or `HOST--V1+V2`.
  private static func visit(_ name: String) -> (String, TeamID, [TeamID])? {
    for cut in name.indices where name[cut...].hasPrefix("--") {
      guard let host = TeamID(name[..<cut]) else { continue }
      let visitors = name[name.index(cut, offsetBy: 2)...].split(separator: "+").map { TeamID($0) }
      guard !visitors.isEmpty, visitors.count <= 2, !visitors.contains(nil) else { continue }
      return (name, host, visitors.compactMap { $0 })
    }
    return nil
  }
}
