import Algebra
import Domain
import Opportunities

extension VisitsReference {
  /// The data of models/visits.mod, as MathProg text.
  public var data: String {
    var data = MathProgData()
    data.comment("visits of \(programme.settings.id.text): data of models/visits.mod")
    addVisits(to: &data)
    addCalendar(to: &data)
    addFacilitators(to: &data)
    addOptions(to: &data)
    addContests(to: &data)
    addSettings(to: &data)
    return data.text
  }

  /// The teams of the pairs, in the order of the pairs.
  private var teams: [Int] { problem.groups.flatMap { $0 } }

  private func addVisits(to data: inout MathProgData) {
    data.set("TEAMS", teams.map { [team($0)] })
    data.table(
      "VISITS", ["pair", "host", "visitors"],
      visits.map { [visit($0), group(problem.groupOf[$0]), team(problem.host($0)), visitors($0)] })
    data.set(
      "VISITING", visits.flatMap { visit in problem.visitors(visit).map { [self.visit(visit), team($0)] } })
  }

  private func addCalendar(to data: inout MathProgData) {
    let settings = programme.settings
    let first = settings.visitsFrom
    data.parameter("weekday_of_day_0", .whole(first.weekday.rawValue))
    data.parameter("today", .whole(first.distance(to: settings.today)))
    data.table(
      "DAYS", ["date"],
      days.map { [.whole(first.distance(to: $0)), .text($0.iso)] })
    data.set(
      "MEETINGS",
      visits.flatMap { visit in
        meetingDays(visit).map { [self.visit(visit), .whole(first.distance(to: $0))] }
      })
  }

  /// The days of the window, and those of fixed visits outside it.
  private var days: [Day] {
    let window = programme.settings.visitsFrom...programme.settings.visitsTo
    return (Array(window) + Set(problem.options.map(\.day)).filter { !window.contains($0) }).sorted()
  }

  /// The days on which the host of a visit meets and nothing keeps a visiting team from it.
  private func meetingDays(_ visit: Int) -> [Day] {
    let teams = problem.visitors(visit).map { programme.teams[$0].id }
    let id = VisitID(host: programme.teams[problem.host(visit)].id, visitors: teams)
    let scopes = teams.map(ClosureScope.team) + [.visit(id)]
    var days: [Day] = []
    for occasion in problem.table.occasions[problem.host(visit)] where occasion.blocks.isEmpty {
      let isClosed = programme.closures.contains {
        scopes.contains($0.scope) && ($0.from...$0.to).contains(occasion.day)
      }
      if !isClosed, days.last != occasion.day { days.append(occasion.day) }
    }
    return days
  }

  private func addFacilitators(to data: inout MathProgData) {
    let facilitators = programme.facilitators
    let drives = problem.table.drives
    data.table(
      "FACILITATORS", ["notice_days"],
      facilitators.indices.map { [facilitator($0), .whole(facilitators[$0].noticeDays)] })
    func limits(_ name: String, _ limit: (Facilitator) -> Int?) {
      data.table(
        nil, [name],
        facilitators.indices.compactMap { index in
          limit(facilitators[index]).map { [facilitator(index), .whole($0)] }
        })
    }
    limits("max_visits_per_week", \.maxVisitsPerWeek)
    limits("max_visits", \.maxVisits)
    data.set(
      "AFFILIATED",
      facilitators.indices.flatMap { index in
        teams.filter { isAffiliated(facilitators[index], programme.teams[$0]) }
          .map { [facilitator(index), team($0)] }
      })
    data.table(
      nil, ["outward", "homeward"],
      facilitators.indices.flatMap { index in
        teams.map { team in
          let drive = drives.drives(ofFacilitator: index, site: programme.teams[team].site)
          return [
            facilitator(index), self.team(team), .whole(drive.outward.minutes),
            .whole(drive.homeward.minutes),
          ]
        }
      })
    data.table(
      nil, ["drive"],
      teams.flatMap { from in
        teams.map { to in
          let drive = drives.drive(from: programme.teams[from].site, to: programme.teams[to].site)
          return [team(from), team(to), .whole(drive.minutes)]
        }
      })
  }

  private func isAffiliated(_ facilitator: Facilitator, _ team: Team) -> Bool {
    let (own, other) =
      switch programme.settings.visits.independence {
      case .network: (facilitator.network, team.value(of: "network"))
      case .organisation: (facilitator.organisation, team.value(of: "organisation"))
      }
    return own != nil && own != "" && own == other
  }

  private func addContests(to data: inout MathProgData) {
    let attending = Set(contested.flatMap { $0 }).sorted()
    data.table(
      "PEOPLE", ["teams_of"],
      attending.map { [person($0), .whole(programme.people[$0].teams.count)] })
    data.table(
      nil, ["max_days"],
      attending.compactMap { index in
        programme.people[index].maxDays.map { [person(index), .whole($0)] }
      })
    data.set(
      "ATTENDS",
      contested.enumerated().flatMap { option, people in people.map { [number(option), person($0)] } })
    data.set(
      "ROOM_USES",
      roomUses.enumerated().flatMap { option, uses in
        uses.map { use in
          [
            number(option), room(use.room), .whole(minutes(use.interval.start, of: option)),
            .whole(minutes(use.interval.end, of: option)),
          ]
        }
      })
  }

  private func addSettings(to data: inout MathProgData) {
    let settings = programme.settings
    let visits = settings.visits
    data.parameter("gap_min", .whole(visits.gapMin))
    data.parameter("gap_max", .whole(visits.gapMax))
    if let limit = visits.maxPerWeek { data.parameter("max_per_week", .whole(limit)) }
    if let limit = visits.maxVisitors { data.parameter("max_visitors", .whole(limit)) }
    data.parameter("same_facilitator_required", .whole(visits.sameFacilitator == .required ? 1 : 0))
    data.parameter("earliest_departure", .whole(visits.travel.earliestDeparture.minute))
    data.parameter("latest_return", .whole(visits.travel.latestReturn.minute))
    data.parameter("overnight_above", .whole(visits.travel.overnightAbove.count))
    data.parameter("evening_limit", .whole(visits.travel.eveningLimit.count))
    data.parameter("facilitator_change", .whole(FacilitatorChange.cost(settings)))
    data.parameter("facilitator_imbalance", .whole(FacilitatorImbalance.cost(settings)))
    data.parameter("unscheduled", .whole(Unscheduled.cost(settings)))
  }
}
