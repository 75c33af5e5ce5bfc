import Domain

/// The names and sentences that report and summary share.
struct PlanWords {
  let programme: Programme
  let plan: Plan

  /// The team's name.
  func name(_ team: TeamID) -> String { programme.team(team)?.name ?? team.text }

  /// Each team's name, in order.
  func names(_ teams: [TeamID]) -> [String] { teams.map(name) }

  /// As in `Wythenshawe hosts Blackburn`.
  func visit(_ host: TeamID, _ visitors: [TeamID]) -> String {
    "\(name(host)) hosts \(Figures.list(names(visitors)))"
  }

  /// The facilitator's name.
  func name(_ facilitator: FacilitatorID) -> String {
    programme.facilitator(facilitator)?.name ?? facilitator.text
  }

  /// What an indicator is called.
  func label(of indicator: IndicatorID) -> String {
    programme.settings.pairing.indicators.first { $0.id == indicator }?.label ?? indicator.text
  }

  /// The drive of a pair, marked where it is an estimate.
  func drive(of pair: Pair) -> String { (pair.travelIsEstimated ? "~" : "") + pair.travel.inWords }

  /// As in `confirmed, pinned`.
  func firmness(of visit: Visit) -> String {
    visit.status.rawValue + (visit.pin == nil ? "" : ", pinned")
  }

  /// Who sleeps away, as in `overnight for the visitors and the facilitator`; `nil` where nobody does.
  func overnight(at visit: Visit) -> String? {
    let sleepers = (visit.detail?.journeys ?? []).filter(\.isOvernight).map { journey in
      switch journey.traveller {
      case .team(let id): visit.visitors.count == 1 ? "the visitors" : name(id)
      case .facilitator: "the facilitator"
      }
    }
    return sleepers.isEmpty ? nil : "overnight for \(Figures.list(sleepers))"
  }

  /// How many pairs there are, and whether a trio.
  var pairCount: String {
    let trios = plan.pairs.count { $0.teams.count == 3 }
    let pairs = Figures.count(plan.pairs.count - trios, "pair")
    return trios == 0 ? pairs : "\(pairs) and \(Figures.count(trios, "trio"))"
  }

  /// How good the pairs are, as far as they were chosen at all.
  var pairingQuality: String {
    let forced = plan.pairs.count(where: \.isForced)
    if forced == 0 { return choiceQuality }
    if forced == plan.pairs.count { return "decided beforehand; none was chosen" }
    return "\(forced) of them decided beforehand; the others \(choiceQuality)"
  }

  private var choiceQuality: String {
    let quality = plan.pairingQuality
    if quality.isProven { return "proven best\(Self.basis(of: quality))" }
    let gap = Score(units: quality.objective - quality.bound)
    if plan.trade?.isTaken ?? false {
      return "chosen with the dates; the best by itself scores \(Figures.deviations(gap)) SD more in all"
    }
    return "not proven best; another pairing could gain at most \(Figures.deviations(gap)) SD in all"
  }

  /// How good the schedule is.
  var visitsQuality: String {
    let quality = plan.visitsQuality
    if quality.isProven { return "proven best\(Self.basis(of: quality))" }
    let gap = Minutes(quality.objective - quality.bound)
    let share =
      quality.objective > 0
      ? Figures.decimal(Double(gap.count) / Double(quality.objective) * 100, places: 1) : nil
    return "not proven best; another schedule could save at most \(Figures.hours(gap)) h"
      + (share.map { " (\($0)%)" } ?? "")
  }

  /// How many visits have a date.
  var placed: String {
    let all = plan.visits.count + plan.unscheduled.count
    return plan.unscheduled.isEmpty
      ? "\(Figures.count(all, "visit")), each with a date"
      : "\(plan.visits.count) of \(Figures.count(all, "visit")) with a date"
  }

  private static func basis(of quality: Quality) -> String {
    switch quality.proof {
    case .dual: " (by dual values, in whole numbers)"
    case .search: " (by a finished search)"
    }
  }
}

extension Preference {
  /// What is charged, in words.
  var inWords: String {
    switch self {
    case .delay: "visits later than the first possible day"
    case .optionalAbsence: "optional members who stay away, or miss sessions"
    case .counterpartMissing: "roles without a counterpart"
    case .clinicCancelled: "clinics given up"
    case .ifNeeded: "\"if needed\" times used"
    case .notPreferred: "required people outside their preferred times"
    case .ownMeetingMissed: "visitors missing their own MDT meeting"
    case .overnight: "nights away"
    case .facilitatorChange: "pairs with two facilitators"
    case .facilitatorTravel: "facilitators' driving"
    case .facilitatorImbalance: "facilitators with more than their share"
    case .movePublished: "published visits moved"
    case .noticeBreach: "moves within somebody's notice"
    case .unscheduled: "visits without a date"
    }
  }
}
