import Domain
import Intake
import Testing

@Suite struct AgendaTests {
  private func agenda(
    _ marked: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(
      "programme.yaml",
      SettingsReaderTests.head + "pairing: {indicators: [{id: seen}]}\nvisits:\n  agenda: " + marked + "\n",
      expected,
      sourceLocation: sourceLocation)
  }

  @Test func sessionsAreReadInTheirOrder() throws {
    let text =
      SettingsReaderTests.head
        + """
        visits: {agenda: [{id: hello, title: Hello, minutes: 30, first: true}, {id: mdt, title: MDT}, {id: \
        lunch, title: Lunch, minutes: 45, after: mdt, between: [11:30, "14:30"], last: false}]}\n
        """
    let agenda = try Folder().with("programme.yaml", text).read().programme.settings.visits.agenda
    #expect(
      agenda == [
        Session(id: try #require(SessionID("hello")), title: "Hello", minutes: Minutes(30), isFirst: true),
        Session(id: try #require(SessionID("mdt")), title: "MDT"),
        Session(
          id: try #require(SessionID("lunch")), title: "Lunch", minutes: Minutes(45), after: SessionID("mdt"),
          between: ClockWindow(start: .constant(11, 30), end: .constant(14, 30))),
      ])
  }

  @Test func exactlyOneSessionIsTheMeeting() {
    agenda(
      "①[{id: a, title: A, minutes: 30}]",
      ["①:error: the agenda has no session 'mdt'; add {id: mdt, title: Observation of the MDT meeting}"])
    agenda(
      "[{id: mdt, title: M}, ①{id: mdt, title: N}]",
      ["①:error: the session 'mdt' stands here twice; keep it once, or rename one"])
    agenda(
      "[①{id: mdt, title: M, minutes: ②60, first: true}]",
      [
        """
        ①:error: the session 'mdt' has a place in the day of its own, that of the host's meeting; take \
        first, last and between away
        """,
        "②:error: the session 'mdt' lasts as long as the host's meeting; take its minutes away",
      ])
  }

  @Test func aSessionSaysWhatAndHowLong() {
    agenda(
      """
      [{id: mdt, title: M}, ①{id: a, title: A}, {id: b, title: B, minutes: ②0}, ③{title: C, minutes: 5}, \
      ④null, {id: d, title: D, minutes: 5, ⑤minute: 6}]
      """,
      [
        "①:error: an entry of 'visits.agenda' has no 'minutes'; add the line 'minutes: …'",
        "②:error: 'visits.agenda.minutes' is 0, outside 1 to 1440; correct the number",
        "③:error: an entry of 'visits.agenda' has no 'id'; add the line 'id: …'",
        "④:error: 'visits.agenda' has a blank entry; take it away",
        "⑤:error: an entry of 'visits.agenda' knows no 'minute'; write 'minutes' if that is meant",
      ])
  }

  @Test func firstAndLastAreEachOneSession() {
    agenda(
      """
      [{id: mdt, title: M}, {id: a, title: A, minutes: 5, first: true}, ①{id: b, title: B, minutes: 5, \
      first: true}, {id: c, title: C, minutes: 5, last: true}, ②{id: d, title: D, minutes: 5, last: true}, \
      ③{id: e, title: E, minutes: 5, first: true, last: true}, {id: f, title: F, minutes: 5, last: \
      ④perhaps}]
      """,
      [
        "①:error: the session 'b' is first, and so is 'a'; keep one of the two",
        "②:error: the session 'd' is last, and so is 'c'; keep one of the two",
        "③:error: the session 'e' is both first and last; keep one of the two",
        "③:error: the session 'e' is first, and so is 'a'; keep one of the two",
        "③:error: the session 'e' is last, and so is 'c'; keep one of the two",
        "④:error: 'visits.agenda.last' is 'perhaps', not true or false; write true or false",
      ])
  }

  @Test func afterLeadsToAnEarlierSession() {
    agenda(
      """
      [{id: mdt, title: M}, {id: a, title: A, minutes: 5, after: ①b}, {id: b, title: B, minutes: 5, after: \
      ②a}, {id: c, title: C, minutes: 5, after: ③c}, {id: d, title: D, minutes: 5, after: ④mtd}, {id: e, \
      title: E, minutes: 5, first: true, after: ⑤mdt}, {id: f, title: F, minutes: 5, last: true}, {id: g, \
      title: G, minutes: 5, after: ⑥f}, {id: h, title: H, minutes: 5, after: a}]
      """,
      [
        "①:error: the session 'a' comes after itself; take one 'after' of the circle away",
        "②:error: the session 'b' comes after itself; take one 'after' of the circle away",
        "③:error: the session 'c' comes after itself; take one 'after' of the circle away",
        "④:error: the agenda has no session 'mtd'; write 'mdt' if that is meant",
        "⑤:error: the session 'e' is first and comes after 'mdt'; keep one of the two",
        "⑥:error: the session 'g' comes after 'f', which is last; keep one of the two",
      ])
  }

  @Test func betweenHoldsTheWholeSession() {
    agenda(
      """
      [{id: mdt, title: M}, {id: a, title: A, minutes: 60, between: ①["12:00", "12:45"]}, {id: b, \
      title: B, minutes: 5, between: ②["12:00", "12:00"]}, {id: c, title: C, minutes: 5, between: \
      ③["12:00"]}, {id: d, title: D, minutes: 5, between: ④noon}]
      """,
      [
        "①:error: 'between' leaves 45 minutes for a session of 60; widen it, or shorten the session",
        "②:error: 'between' ends at 12:00, not after its start at 12:00; correct one of the two",
        "③:error: 'between' has 1 time; write two, as in [\"11:30\", \"14:30\"]",
        "④:error: 'visits.agenda.between' is 'noon', not a list; write it as [a, b], or with '- ' lines",
      ])
  }
}
