import Checking
import Domain
import Testing

@Suite struct AgendaInOrderTests {
  private let visit = "The visit of Bolton to Airedale on 4 May 2027: "

  private func sentences(_ edit: (inout VisitDetail) -> Void) -> [String] {
    var fixture = Fixture()
    fixture.edit(edit)
    return fixture.sentences(of: .agendaInOrder)
  }

  @Test func `a missing session`() {
    #expect(sentences { $0.agenda.remove(at: 2) } == [visit + "Review is missing."])
  }

  @Test func `a session that is there twice`() {
    let found = sentences {
      $0.agenda[3].session = "review"
      $0.agenda[3].title = "Review"
    }
    #expect(found == [visit + "Outlook is missing.", visit + "Review is there 2 times."])
  }

  @Test func `a session that the programme does not have`() {
    let found = sentences {
      $0.agenda[2].session = "tea"
    }
    #expect(found == [visit + "Review is missing.", visit + "tea is no session of the agenda."])
  }

  @Test func `a session that is too short`() {
    let found = sentences { $0.agenda[2].interval = .on(5, 4, (11, 0), (11, 20)) }
    #expect(found == [visit + "Review lasts 20 min instead of 30 min."])
  }

  @Test func `sessions that overlap`() {
    let found = sentences { $0.agenda[2].interval = .on(5, 4, (11, 1), (11, 31)) }
    #expect(found == [visit + "Review 11:01–11:31 and Outlook 11:30–12:00 overlap."])
  }

  @Test func `sessions out of the order of time`() {
    let found = sentences { $0.agenda.swapAt(2, 3) }
    #expect(found == [visit + "Review is listed after Outlook, which starts later."])
  }

  @Test func `hours that are not those of the sessions`() {
    let found = sentences {
      $0.agenda[2].interval = .on(5, 4, (11, 30), (12, 0))
      $0.agenda[3].interval = .on(5, 4, (12, 0), (12, 30))
    }
    #expect(found == [visit + "the sessions run 09:30–12:30; the visit is said to run 09:30–12:00."])
  }

  @Test func `idle time is allowed`() {
    var fixture = Fixture()
    fixture.plan.visits[0].interval = .on(5, 4, (9, 30), (12, 30))
    fixture.edit(session: "outlook") { $0.interval = .on(5, 4, (12, 0), (12, 30)) }
    fixture.edit {
      for place in $0.journeys.indices {
        $0.journeys[place].arrival = $0.journeys[place].arrival + Minutes(30)
      }
    }
    #expect(fixture.breaches == [])
  }

  @Test func `the last session before another`() {
    let found = sentences {
      $0.agenda[2].interval = .on(5, 4, (11, 30), (12, 0))
      $0.agenda[3].interval = .on(5, 4, (11, 0), (11, 30))
      $0.agenda.swapAt(2, 3)
    }
    #expect(found == [visit + "Outlook must come last."])
  }

  @Test func `a session before the one it follows`() {
    let found = sentences {
      $0.agenda[0].interval = .on(5, 4, (11, 0), (11, 30))
      $0.agenda[2].interval = .on(5, 4, (9, 30), (10, 0))
      $0.agenda.swapAt(0, 2)
    }
    #expect(found == [visit + "Review must come after MDT meeting.", visit + "Welcome must come first."])
  }

  @Test func `the day's own hours`() {
    var fixture = Fixture()
    fixture.settings.visits.day.start = .constant(9, 30)
    fixture.settings.visits.day.end = .constant(12, 0)
    #expect(fixture.visitBreaches == [])
    fixture.settings.visits.day.start = .constant(9, 31)
    fixture.settings.visits.day.end = .constant(11, 59)
    // The meeting leaves half an hour after it but not before it, so only the welcome yields.
    #expect(
      fixture.sentences(of: .agendaInOrder).filter { $0.hasPrefix(visit) } == [
        visit + "Outlook 11:30–12:00 is not inside the day, 09:31–11:59.",
        visit + "Welcome 09:30–10:00 is not inside the day, 09:31–11:59.",
        visit + "Welcome must come first after the MDT meeting, which is too early for it to open the day.",
      ])
  }

  @Test func `a session's own hours`() {
    var fixture = Fixture()
    fixture.settings.visits.agenda[2].between = ClockWindow(start: .constant(11, 0), end: .constant(11, 30))
    #expect(fixture.breaches == [])
    fixture.settings.visits.agenda[2].between = ClockWindow(start: .constant(11, 1), end: .constant(11, 31))
    #expect(
      fixture.sentences(of: .agendaInOrder).first
        == visit + "Review 11:00–11:30 is not between 11:01 and 11:31.")
  }

  /// The meeting starts within half an hour of the day, so the welcome follows it.
  @Test func `the first session yields to an early meeting`() {
    var fixture = Fixture()
    fixture.settings.visits.day.start = .constant(9, 31)
    fixture.plan.visits.removeLast()
    fixture.plan.unscheduled = [UnscheduledVisit(host: "B", visitors: ["A"], reason: "")]
    fixture.plan.visits[0].interval = .on(5, 4, (10, 0), (12, 30))
    fixture.edit { detail in
      detail.agenda[0].interval = .on(5, 4, (11, 0), (11, 30))
      detail.agenda[2].interval = .on(5, 4, (11, 30), (12, 0))
      detail.agenda[3].interval = .on(5, 4, (12, 0), (12, 30))
      detail.agenda.swapAt(0, 1)
      for place in detail.journeys.indices {
        detail.journeys[place].departure = detail.journeys[place].departure + Minutes(30)
        detail.journeys[place].arrival = detail.journeys[place].arrival + Minutes(30)
      }
    }
    #expect(fixture.visitBreaches == [])
    fixture.edit { detail in
      detail.agenda[1].interval = .on(5, 4, (11, 30), (12, 0))
      detail.agenda[2].interval = .on(5, 4, (11, 0), (11, 30))
      detail.agenda.swapAt(1, 2)
    }
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .agendaInOrder, "A--B",
          visit + "Welcome must come first after the MDT meeting, which is too early for it to open the day.")
      ])
  }

  @Test func `hours without detail that hold the agenda exactly`() {
    var fixture = Fixture()
    #expect(fixture.handMadeBreaches == [])
    fixture.plan.visits[0].interval = .on(5, 4, (9, 30), (11, 59))
    #expect(
      fixture.handMadeBreaches == [
        Fixture.breach(
          .agendaInOrder, "A--B",
          visit + "the agenda does not fit into 09:30–11:59 around the MDT meeting 10:00–11:00.")
      ])
  }

  @Test func `hours without detail that miss the meeting`() {
    var fixture = Fixture()
    fixture.plan.visits[0].interval = .on(5, 4, (10, 1), (15, 0))
    #expect(
      fixture.handMadeBreaches == [
        Fixture.breach(
          .agendaInOrder, "A--B", visit + "the MDT meeting 10:00–11:00 does not lie within 10:01–15:00.")
      ])
  }

  @Test func `hours without detail that begin too early`() {
    var fixture = Fixture()
    fixture.plan.visits[0].interval = .on(5, 4, (8, 29), (12, 0))
    #expect(
      fixture.handMadeBreaches == [
        Fixture.breach(.agendaInOrder, "A--B", visit + "08:29–12:00 is not inside the day, 08:30–17:30.")
      ])
  }
}
