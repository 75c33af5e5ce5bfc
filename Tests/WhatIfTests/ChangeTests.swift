import Domain
import Testing
import WhatIf

/// Which changes move a visit from where it stands, and what new pairs without dates are in a difference.
@Suite struct ChangeTests {
  private static let day = Day(year: 2027, month: 2, day: 10) ?? Day(number: 0)

  private static func id<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no id") }
    return id
  }

  private static func visit(_ host: String, _ visitor: String) -> Visit {
    Visit(
      host: id(host), visitors: [id(visitor)],
      interval: Interval(start: Moment(day, .constant(9, 0)), end: Moment(day, .constant(16, 0))))
  }

  private static let standing = visit("A", "B")

  @Test(arguments: [
    (Change.Event.notBefore(standing.id, day), false),
    (.notBefore(standing.id, day.advanced(by: 1)), true),
    (.notOn(standing.id, day, until: day), true),
    (.notOn(standing.id, day.advanced(by: -3), until: day.advanced(by: -1)), false),
    (.moveTo(standing.id, day), false), (.moveTo(standing.id, day.advanced(by: 7)), true),
    (.cancel(standing.id), true), (.cancel(visit("B", "A").id), false),
    (.withdraw(id("B")), true), (.withdraw(id("C")), false),
    (.away(.person(id("A-lead")), day, until: day), false),
  ])
  func `a change moves a visit only from where it stands`(event: Change.Event, moves: Bool) {
    #expect(Change(event).moves(Self.standing) == moves)
  }

  private static func plan(_ visits: [Visit], undated: [UnscheduledVisit], pairs: [[String]]) -> Plan {
    Plan(
      programme: id("P"), today: day.advanced(by: -30), seed: 1, inputDigest: "",
      pairs: pairs.map { teams in
        Pair(
          teams: teams.map { id($0) }, score: .zero, gains: [], levelGap: .zero, travel: .zero,
          travelIsEstimated: false, commonDates: [], reliability: nil, comparisons: [])
      }, unpaired: [], visits: visits, unscheduled: undated,
      pairingQuality: Quality(objective: 0, bound: 0, proof: .dual), unpairedCost: 0,
      visitsQuality: Quality(objective: 0, bound: 0, proof: .dual), costs: CostSheet(), warnings: [])
  }

  @Test func `visits of new pairs without a date are told, and visits that are not held any more counted`() {
    let before = Self.plan(
      [Self.visit("A", "B"), Self.visit("B", "A")], undated: [], pairs: [["A", "B"]])
    let after = Self.plan(
      [Self.visit("A", "C")],
      undated: [UnscheduledVisit(host: Self.id("C"), visitors: [Self.id("A")], reason: "")],
      pairs: [["A", "C"]])
    let difference = PlanDifference(from: before, to: after)
    #expect(difference.undated.map(\.id.text) == ["C--A"])
    #expect(difference.new.map(\.id.text) == ["A--C"])
    #expect(difference.gone.count == 2 && difference.lost.isEmpty)
    #expect(difference.fewerVisits == 1)
    #expect(!difference.isEmpty)
  }
}
