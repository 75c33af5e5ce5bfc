import Domain
import Testing

@testable import Diaries

/// Small calendars with bytes changed, left out and cut off: whatever they say then, reading ends.
@Suite struct MutationTests {
  private static let seeds: [[UInt8]] = [
    events(
      "UID:a\nDTSTART;TZID=Europe/London:19900102T090000\nDTEND;TZID=Europe/London:19900102T100000\n"
        + "RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;WKST=SU\nEXDATE;TZID=Europe/London:20270401T090000",
      "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270501T080000Z\nDTSTART:20270501T090000Z\nDURATION:P1DT1H",
      "DTSTART;VALUE=DATE:20270301\nRDATE;VALUE=PERIOD:20270401T000000Z/PT5H\nX-MICROSOFT-CDO-BUSYSTATUS:OOF"),
    calendar(
      """
      BEGIN:VTIMEZONE
      TZID:Z
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VFREEBUSY
      FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270503T090000Z/20270503T100000Z,20270503T110000Z/PT45M
      END:VFREEBUSY
      BEGIN:VAVAILABILITY
      BEGIN:AVAILABLE
      DTSTART;TZID=Z:20270301T090000
      DTEND;TZID=Z:20270301T170000
      RRULE:FREQ=WEEKLY;COUNT=7;INTERVAL=2;BYDAY=MO,WE
      END:AVAILABLE
      END:VAVAILABILITY
      """),
  ]

  /// SplitMix64, so that a failure can be found again.
  private struct Draws {
    var state: UInt64
    mutating func next(_ count: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(count))
    }
  }

  /// Bytes that mean something in a calendar come more often than others.
  private static let telling = Array("0123456789:;,=/-+TZPWDHMSFREQBYCOUNTINTERVAL\r\n \"".utf8)

  @Test func nothingThatHappensToACalendarStopsItsReader() {
    var draws = Draws(state: 7)
    var limits = CalendarLimits()
    // A mutated rule may be hard; a thousand of them need not be worked out to the end.
    limits.steps = 500_000
    var read = 0
    for number in 0..<4000 {
      var bytes = Self.seeds[number % Self.seeds.count]
      for _ in 0...draws.next(4) {
        let place = draws.next(bytes.count)
        switch draws.next(6) {
        case 0: bytes[place] = UInt8(draws.next(256))
        case 1, 2: bytes[place] = Self.telling[draws.next(Self.telling.count)]
        case 3: bytes.insert(Self.telling[draws.next(Self.telling.count)], at: place)
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + draws.next(30)))
        default:
          let length = min(bytes.count - place, 1 + draws.next(60))
          bytes.insert(contentsOf: bytes[place..<(place + length)], at: draws.next(bytes.count))
        }
        if bytes.isEmpty { break }
      }
      if faults(bytes, limits: limits).isEmpty { read += 1 }
    }
    // Most are refused, and enough are read for the rest of the way to be tried.
    #expect((150...3600).contains(read))
  }

  @Test func aCalendarCutOffAnywhereIsRefused() {
    for seed in Self.seeds {
      for length in 0..<(seed.count - 4) { #expect(!faults(Array(seed.prefix(length))).isEmpty, "\(length)") }
    }
  }
}
