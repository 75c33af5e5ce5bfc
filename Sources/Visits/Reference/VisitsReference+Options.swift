import Algebra
import Domain
import Opportunities

extension VisitsReference {
  /// The preferences that an option is charged for by itself, in the order of the table.
  private static let charged: [Preference] = Preference.allCases.filter { preference in
    switch preference {
    case .facilitatorChange, .facilitatorImbalance, .unscheduled: false
    case .delay, .optionalAbsence, .counterpartMissing, .clinicCancelled, .ifNeeded, .notPreferred,
      .ownMeetingMissed, .overnight, .facilitatorTravel, .movePublished, .noticeBreach:
      true
    }
  }

  func addOptions(to data: inout MathProgData) {
    let columns = ["visit", "day", "starts", "ends", "leader", "visitors_coming", "fixed", "rigid", "known"]
    data.table(
      "OPTIONS", columns + Self.charged.map(\.rawValue), problem.options.indices.map(row))
  }

  private func row(_ index: Int) -> [MathProgSymbol] {
    let option = problem.options[index]
    let visitors = (option.detail?.attendance ?? []).filter { $0.side == .visitor && !$0.isAbsent }
    let given = problem.table.givenPlace(
      host: problem.host(problem.visitOf[index]), visitors: problem.visitors(problem.visitOf[index]))
    let isKnown = given.map { $0.day == option.day && $0.facilitator == option.facilitator } ?? false
    return [
      number(index), visit(problem.visitOf[index]), .whole(day[index]),
      .whole(minutes(option.interval.start, of: index)), .whole(minutes(option.interval.end, of: index)),
      option.facilitator.map(facilitator) ?? .text(Self.nobody), .whole(visitors.count),
      .whole(option.isFixed ? 1 : 0), .whole(option.isRigid ? 1 : 0), .whole(isKnown ? 1 : 0),
    ] + Self.charged.map { .whole(option.costs[$0].count) }
  }

  /// Stands for no facilitator; parentheses are in no id.
  private static let nobody = "(none)"
}
