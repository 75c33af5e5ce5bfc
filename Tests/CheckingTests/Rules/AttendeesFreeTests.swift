import Checking
import Domain
import Testing

@Suite struct AttendeesFreeTests {
  private func breach(_ sentence: String) -> Breach { Fixture.breach(.attendeesFree, "A--B", sentence) }

  @Test func `a visitor who is busy during the drive`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .unavailable, .on(5, 4, (8, 0), (8, 31)))
    #expect(
      fixture.visitBreaches == [
        breach(
          "Clinical lead, Bolton is unavailable 08:00–08:31 on 4 May 2027 "
            + "but needed from 08:30 to 13:00 on 4 May 2027.")
      ])
  }

  @Test func `a visitor who is busy up to the drive and from home on`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .unavailable, .on(5, 4, (8, 0), (8, 30)))
    fixture.diary(.person("B-lead"), .unavailable, .on(5, 4, (13, 0), (17, 0)))
    #expect(fixture.breaches == [])
  }

  @Test func `a host is needed from the first session to the last`() {
    var fixture = Fixture()
    fixture.diary(.person("A-lead"), .unavailable, .on(5, 4, (8, 0), (9, 30)))
    fixture.diary(.person("A-lead"), .unavailable, .on(5, 4, (12, 0), (17, 0)))
    #expect(fixture.breaches == [])
    fixture.diary(.person("A-lead"), .unavailable, .on(5, 4, (11, 59), (12, 0)))
    #expect(
      fixture.visitBreaches == [
        breach(
          "Clinical lead, Airedale is unavailable 11:59–17:00 on 4 May 2027 "
            + "but needed from 09:30 to 12:00 on 4 May 2027.")
      ])
  }

  @Test func `a facilitator who is busy`() {
    var fixture = Fixture()
    fixture.diary(.facilitator("F"), .unavailable, .on(5, 4, (11, 59), (13, 0)))
    #expect(
      fixture.visitBreaches == [
        breach(
          "Facilitator F is unavailable 11:59–13:00 on 4 May 2027 "
            + "but needed from 09:30 to 12:00 on 4 May 2027.")
      ])
  }

  @Test func `who offers time is busy outside it`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .available, .on(5, 4, (8, 30), (12, 59)))
    fixture.diary(.person("B-lead"), .available, .on(5, 19, (9, 30), (12, 0)))
    #expect(
      fixture.visitBreaches == [
        breach(
          "Clinical lead, Bolton offers no time 12:59–24:00 on 4 May 2027 "
            + "but needed from 08:30 to 13:00 on 4 May 2027.")
      ])
  }

  /// 4 May is 64 days after 1 March.
  @Test func `a clinic can be given up with just enough notice`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .clinic, .on(5, 4, (9, 0), (12, 0)))
    fixture.edit("B-lead") { $0.cost = Minutes(240) }
    fixture.edit(person: "B-lead") { $0.noticeDays = 64 }
    #expect(fixture.visitBreaches == [])
    fixture.edit(person: "B-lead") { $0.noticeDays = 65 }
    fixture.edit("B-lead") { $0.cost = .zero }
    #expect(
      fixture.visitBreaches == [
        breach(
          "Clinical lead, Bolton is in clinic 09:00–12:00 on 4 May 2027, too late to give it up "
            + "(65 days of notice) but needed from 08:30 to 13:00 on 4 May 2027.")
      ])
  }

  @Test func `an optional visitor may be busy in the sessions missed but not on the drives`() {
    var fixture = Fixture()
    fixture.edit("B-nurse") {
      $0.missed = ["review"]
      $0.cost = Minutes(30)
    }
    fixture.diary(.person("B-nurse"), .unavailable, .on(5, 4, (11, 0), (11, 30)))
    #expect(fixture.breaches == [])
    fixture.diary(.person("B-nurse"), .unavailable, .on(5, 4, (12, 59), (13, 30)))
    #expect(
      fixture.breaches == [
        breach(
          "Nurse, Bolton is unavailable 12:59–13:30 on 4 May 2027 "
            + "but needed from 12:00 to 13:00 on 4 May 2027.")
      ])
  }

  @Test func `who stays away may be busy`() {
    var fixture = Fixture()
    fixture.absent("B-nurse")
    fixture.diary(.person("B-nurse"), .unavailable, .on(5, 4, (0, 0), (24, 0)))
    #expect(fixture.breaches == [])
  }

  @Test func `a cost that is not as stated`() {
    var fixture = Fixture()
    fixture.edit("B-nurse") { $0.cost = Minutes(5) }
    #expect(
      fixture.breaches == [
        breach(
          "Nurse, Bolton is said to cost 5 min at the visit of Bolton to Airedale on 4 May 2027; "
            + "it is 0 min.")
      ])
  }

  @Test func `without detail only those count whom the visit cannot do without`() {
    var fixture = Fixture()
    fixture.diary(.person("B-nurse"), .unavailable, .on(5, 4, (12, 59), (13, 30)))
    #expect(fixture.handMadeBreaches == [])
    fixture.edit(person: "B-nurse") { $0.attendance = .required }
    #expect(
      fixture.possibilityBreaches == [
        breach(
          "Nurse, Bolton is unavailable 12:59–13:30 on 4 May 2027 "
            + "but needed from 08:30 to 13:00 on 4 May 2027.")
      ])
  }
}
