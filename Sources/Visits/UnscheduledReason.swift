import Domain
import Opportunities

/// Why a visit has no date, and the cheapest single thing to ask for.
struct UnscheduledReason {
  let reason: String
  let cheapestAsk: String?

  /// Reads the table for `visitors` at `host`, teams by index.
  ///
  /// The ask is the earliest date that exactly one thing blocks, since delay is what a date costs.
  init(_ table: OpportunityTable, host: Int, visitors: [Int]) {
    let programme = table.programme
    let occasions = table.occasions[host]
    let possible = table.commonDates(host: host, visitors: visitors)
    var counts: [(phrase: String, count: Int)] = []
    var ask: String?
    for (index, occasion) in occasions.enumerated() {
      let blockers = table.blockers(host: host, visitors: visitors, occasion: index)
      for blocker in blockers {
        let phrase = blocker.phrase(in: programme)
        if let known = counts.firstIndex(where: { $0.phrase == phrase }) {
          counts[known].count += 1
        } else {
          counts.append((phrase, 1))
        }
      }
      if ask == nil, blockers.count == 1, let wish = blockers[0].ask(in: programme) {
        ask = "\(occasion.day.iso) would become possible if \(wish)"
      }
    }
    if occasions.isEmpty {
      reason = "\(programme.teams[host].name) has no MDT meeting in the window"
      cheapestAsk = nil
      return
    }
    if possible > 0 {
      reason =
        "\(possible) of \(occasions.count) meeting dates are possible by themselves, but none goes together with "
        + "the other visits (days between the \(visitors.count > 1 ? "trio" : "pair")'s visits, limits a week, the facilitators' other visits)"
      cheapestAsk = ask
      return
    }
    let commonest = counts.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.prefix(4)
    reason =
      "none of \(occasions.count) meeting dates is possible: "
      + commonest.map { "\($0.element.phrase) (\($0.element.count)×)" }.joined(separator: "; ")
    cheapestAsk = ask
  }
}
