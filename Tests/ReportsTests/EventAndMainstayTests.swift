import Domain
import Testing

@testable import Reports

/// Learning events, whose absence cancels a visit, and what another pairing would buy, in words.
struct EventAndMainstayTests {
  private func words(_ change: (inout Programme, inout Plan) -> Void) -> PlanWords {
    var programme = SampleProgramme().programme
    var plan = SamplePlan().plan
    change(&programme, &plan)
    return PlanWords(programme: programme, plan: plan)
  }

  private static func hours(_ day: String) -> Interval {
    Interval(start: moment("\(day) 10:00"), end: moment("\(day) 16:00"))
  }

  @Test func `an event is told with its time, who cannot come and the other times`() {
    let words = words { programme, plan in
      programme.settings.events = [
        LearningEvent(
          id: id("launch"), title: "Launch", options: [Self.hours("2027-04-21"), Self.hours("2027-04-20")])
      ]
      plan.events = [
        PlannedEvent(
          event: id("launch"), title: "Launch", interval: Self.hours("2027-04-20"),
          attending: [id("RH8-lead"), id("RWA-lead")], missing: [id("RXR-coord")], tallies: [1, 2])
      ]
    }
    let event = EventWords(words: words, event: words.plan.events[0])
    #expect(event.time == "Tue 20 Apr 2027, 10:00–16:00")
    #expect(event.turnout == "2 of 3 required people can be there.")
    #expect(event.missing == "Not free: MDT coordinator, Blackburn.")
    #expect(event.others == "Other times, and how many could come: Wed 21 Apr 2027, 10:00–16:00 (1).")
    let report = PlanReport(programme: words.programme, plan: words.plan).text
    #expect(report.contains("LEARNING EVENTS"))
    #expect(report.contains("Launch: Tue 20 Apr 2027, 10:00–16:00. 2 of 3 required people can be there."))
  }

  @Test func `mainstays are listed by how many visits hang on them, then by name`() {
    let words = words { _, plan in
      plan.visits[0].mainstays = [.person(id("RXR-coord")), .facilitator(id("F1"))]
      plan.visits[1].mainstays = []
      plan.visits[2].mainstays = [.facilitator(id("F1")), .room(id("RM3-1"))]
    }
    let list = MainstayList(words: words)
    #expect(
      list.items.map(\.name) == [
        "Facilitator 1", "MDT coordinator, Blackburn", "Seminar room 1, Wythenshawe Hospital",
      ])
    #expect(list.items[0].visits.map(\.id) == [words.plan.visits[0].id, words.plan.visits[2].id])
    #expect(list.fragile == 2 && list.examined == 3)
    #expect(
      PlanReport(programme: words.programme, plan: words.plan).text.contains(
        "VISITS THAT ONE ABSENCE CANCELS"))
  }

  @Test func `a trade says what it loses and what it buys`() {
    var trade = PairingTrade(
      dropped: [PairID([id("A"), id("B")])], made: [PairID([id("A"), id("C")])], loss: Score(units: 312),
      placed: 2,
      isTaken: false)
    #expect(
      TradeWords(trade: trade).sentence
        == "Another pairing would place more visits: 0.03 SD less score, 2 more visits with a date: A+C instead of A+B. "
        + "Plan with --joint 0.04 to take it.")
    trade.isTaken = true
    trade.loss = .zero
    #expect(
      TradeWords(trade: trade).sentence
        == "Pairs chosen together with the dates: no score lost, 2 more visits with a date: A+C instead of A+B."
    )
  }
}
