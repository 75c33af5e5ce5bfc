import Domain
import Testing

@testable import Checking

@Suite struct DiariesTests {
  private let owner = DiaryOwner.person("A-lead")

  private func pieces(_ fixture: Fixture, _ interval: Interval) -> [String] {
    Diaries(programme: fixture.programme).pieces(for: owner, during: interval).map {
      "\(Words.clock($0.interval)) \($0.status.word)"
    }
  }

  @Test func `the earlier in the list wins`() {
    var fixture = Fixture()
    fixture.diary(owner, .preferred, .on(5, 4, (8, 0), (18, 0)))
    fixture.diary(owner, .available, .on(5, 4, (9, 0), (17, 0)))
    fixture.diary(owner, .ifNeeded, .on(5, 4, (10, 0), (16, 0)))
    fixture.diary(owner, .clinic, .on(5, 4, (11, 0), (15, 0)))
    fixture.diary(owner, .unavailable, .on(5, 4, (12, 0), (14, 0)))
    #expect(
      pieces(fixture, .on(5, 4, (7, 0), (14, 30))) == [
        "07:00–08:00 unavailable", "08:00–09:00 preferred", "09:00–10:00 available", "10:00–11:00 if_needed",
        "11:00–12:00 clinic", "12:00–14:00 unavailable", "14:00–14:30 clinic",
      ])
  }

  @Test func `a positive row inside the window makes the rest busy, one outside does not`() {
    var fixture = Fixture()
    fixture.diary(owner, .available, .on(7, 1, (8, 0), (18, 0)))
    #expect(pieces(fixture, .on(5, 4, (8, 0), (9, 0))) == ["08:00–09:00 available"])
    fixture.diary(owner, .available, .on(6, 30, (23, 59), (24, 0)))
    #expect(pieces(fixture, .on(5, 4, (8, 0), (9, 0))) == ["08:00–09:00 unavailable"])
  }

  @Test func `who sent nothing is read as the programme says, save where a row outside the window speaks`() {
    var fixture = Fixture()
    fixture.settings.visits.noDiary = .unavailable
    fixture.diary(owner, .available, .on(5, 2, (8, 0), (9, 0)))
    #expect(pieces(fixture, .on(5, 4, (8, 0), (9, 0))) == ["08:00–09:00 unavailable"])
    #expect(
      pieces(fixture, .on(5, 2, (7, 0), (9, 0))) == ["07:00–08:00 unavailable", "08:00–09:00 available"])
    fixture.diary(owner, .unavailable, .on(6, 1, (8, 0), (9, 0)))
    #expect(pieces(fixture, .on(5, 4, (8, 0), (9, 0))) == ["08:00–09:00 available"])
  }

  @Test func `notice is the person's, else the programme's, and a facilitator's own`() {
    var fixture = Fixture()
    fixture.edit(person: "A-nurse") { $0.noticeDays = 7 }
    let diaries = Diaries(programme: fixture.programme)
    #expect(diaries.notice(of: owner) == 42)
    #expect(diaries.notice(of: .person("A-nurse")) == 7)
    #expect(diaries.notice(of: .facilitator("F")) == 14)
  }

  @Test func `busy intervals never cross midnight`() {
    var fixture = Fixture()
    fixture.diary(
      owner, .clinic,
      Interval(start: Moment(.on(5, 4), .constant(20, 0)), end: Moment(.on(5, 5), .constant(8, 0))))
    let diaries = Diaries(programme: fixture.programme)
    let night = Interval(start: Moment(.on(5, 4), .constant(22, 0)), end: Moment(.on(5, 5), .constant(1, 0)))
    #expect(
      diaries.busyIntervals(of: .clinic, for: owner, touching: [night]).map(Words.dated) == [
        "20:00–24:00 on 4 May 2027", "00:00–08:00 on 5 May 2027",
      ])
    #expect(
      diaries.busyIntervals(of: .clinic, for: owner, touching: [.on(5, 5, (8, 0), (9, 0))]) == [])
  }
}
