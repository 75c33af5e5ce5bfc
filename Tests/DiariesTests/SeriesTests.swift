import Domain
import Testing

@testable import Diaries

/// What becomes of single repetitions, and of events that are sent again.
@Suite struct SeriesTests {
  private let master =
    "UID:a\nDTSTART;TZID=Europe/London:20270503T090000\nDTEND;TZID=Europe/London:20270503T100000\n"
    + "RRULE:FREQ=WEEKLY;COUNT=4"

  @Test func aRepetitionThatWasMovedIsWhereItWasMovedTo() throws {
    #expect(
      try stretches(
        events(
          master,
          "UID:a\nRECURRENCE-ID;TZID=Europe/London:20270510T090000\nDTSTART:20270512T140000Z\nDTEND:20270512T150000Z"
        ))
        == [
          "2027-05-03 09:00 to 10:00 unavailable", "2027-05-12 15:00 to 16:00 unavailable",
          "2027-05-17 09:00 to 10:00 unavailable", "2027-05-24 09:00 to 10:00 unavailable",
        ])
  }

  @Test(arguments: [
    "RECURRENCE-ID;TZID=Europe/London:20270510T090000", "RECURRENCE-ID:20270510T080000Z",
    "RECURRENCE-ID;VALUE=DATE:20270510", "RECURRENCE-ID;TZID=Europe/Paris:20270510T100000",
  ])
  func aRepetitionThatWasCancelledOrFreedIsGone(_ name: String) throws {
    for change in ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"] {
      let override =
        "UID:a\n\(name)\nDTSTART;TZID=Europe/London:20270510T090000\nDURATION:PT1H\n\(change)"
      #expect(
        try stretches(events(override, master)) == [
          "2027-05-03 09:00 to 10:00 unavailable", "2027-05-17 09:00 to 10:00 unavailable",
          "2027-05-24 09:00 to 10:00 unavailable",
        ])
    }
  }

  @Test func aRepetitionWithoutItsEventStandsByItself() throws {
    #expect(
      try stretches(
        events(
          "UID:a\nRECURRENCE-ID:20270510T080000Z\nDTSTART:20270512T140000Z\nDTEND:20270512T150000Z",
          "UID:b\nRECURRENCE-ID:20270510T080000Z\nDTSTART:20270512T170000Z\nDTEND:20270512T180000Z\nSTATUS:CANCELLED"
        ))
        == ["2027-05-12 15:00 to 16:00 unavailable"])
  }

  @Test func aChangeOfAllThatFollowIsHonoured() throws {
    let future =
      "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270517T090000\n"
      + "DTSTART;TZID=Europe/London:20270518T113000\nDTEND;TZID=Europe/London:20270518T120000\n"
    let single =
      "UID:a\nRECURRENCE-ID;TZID=Europe/London:20270524T090000\nDTSTART:20270601T080000Z\nDTEND:20270601T090000Z"
    #expect(
      try stretches(events(master, future)) == [
        "2027-05-03 09:00 to 10:00 unavailable", "2027-05-10 09:00 to 10:00 unavailable",
        "2027-05-18 11:30 to 12:00 unavailable", "2027-05-25 11:30 to 12:00 unavailable",
      ])
    #expect(
      try stretches(events(master, future, single)).suffix(2) == [
        "2027-05-18 11:30 to 12:00 unavailable", "2027-06-01 09:00 to 10:00 unavailable",
      ])
    #expect(
      try stretches(events(master, future + "STATUS:CANCELLED")) == [
        "2027-05-03 09:00 to 10:00 unavailable", "2027-05-10 09:00 to 10:00 unavailable",
      ])
  }

  @Test func aWholeDayThatWasMovedIsWhereItWasMovedTo() throws {
    #expect(
      try stretches(
        events(
          "UID:a\nDTSTART;VALUE=DATE:20270705\nRRULE:FREQ=WEEKLY;COUNT=2",
          "UID:a\nRECURRENCE-ID:20270712T000000Z\nDTSTART;VALUE=DATE:20270714")) == [
          "2027-07-05 00:00 to 2027-07-06 00:00 unavailable",
          "2027-07-14 00:00 to 2027-07-15 00:00 unavailable",
        ])
  }

  @Test func theHighestSequenceStands() throws {
    #expect(
      try stretches(
        events(
          "UID:a\nSEQUENCE:2\nDTSTART:20270503T140000Z\nDURATION:PT1H",
          "UID:a\nDTSTART:20270503T090000Z\nDURATION:PT1H",
          "UID:a\nSEQUENCE:1\nDTSTART:20270503T110000Z\nDURATION:PT1H")) == [
          "2027-05-03 15:00 to 16:00 unavailable"
        ])
    let first = "UID:b\nRECURRENCE-ID:20270503T090000Z\nDTSTART:20270503T0"
    #expect(
      try stretches(
        events(
          first + "70000Z\nDURATION:PT1H\nSEQUENCE:1\nDTSTAMP:20270102T000000Z",
          first + "80000Z\nDURATION:PT1H\nSEQUENCE:1\nDTSTAMP:20270101T000000Z",
          first + "60000Z\nDURATION:PT1H"))
        == ["2027-05-03 08:00 to 09:00 unavailable"])
  }

  @Test func eventsThatShareAUIDByMistakeAllStand() throws {
    #expect(
      try stretches(
        events(
          "UID:a\nDTSTART:20270503T140000Z\nDURATION:PT1H", "UID:a\nDTSTART:20270504T140000Z\nDURATION:PT1H"))
        == ["2027-05-03 15:00 to 16:00 unavailable", "2027-05-04 15:00 to 16:00 unavailable"])
  }

  @Test func aCancelledSeriesTakesItsPartsWithIt() throws {
    let part = "UID:a\nRECURRENCE-ID:20270510T080000Z\nDTSTART:20270512T140000Z\nDURATION:PT1H\n"
    #expect(try stretches(events(master + "\nSTATUS:CANCELLED", part)).isEmpty)
    #expect(try stretches(events(master + "\nSTATUS:CANCELLED", part + "SEQUENCE:1")).count == 1)
    #expect(try stretches(events(master, "UID:a\nSEQUENCE:1\nSTATUS:CANCELLED", part)).isEmpty)
  }

  @Test func aCalendarMayCallOffWhatAnotherInTheFileSays() throws {
    let first = events(master)
    let cancel = calendar(
      "METHOD:CANCEL\nBEGIN:VEVENT\nUID:a\nSEQUENCE:1\nRECURRENCE-ID:20270510T080000Z\nEND:VEVENT")
    #expect(
      try stretches(first + cancel) == [
        "2027-05-03 09:00 to 10:00 unavailable", "2027-05-17 09:00 to 10:00 unavailable",
        "2027-05-24 09:00 to 10:00 unavailable",
      ])
    let all = calendar("METHOD:CANCEL\nBEGIN:VEVENT\nUID:a\nSEQUENCE:1\nEND:VEVENT")
    #expect(try stretches(all + first).isEmpty)
  }

  @Test func anAnswerToAnInvitationIsNoEntry() throws {
    let bytes = calendar("METHOD:REPLY\nBEGIN:VEVENT\nDTSTART:20270503T140000Z\nDURATION:PT1H\nEND:VEVENT")
    let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: year2027)
    #expect(diary.stretches.isEmpty && diary.counts.answers == 1)
  }
}
