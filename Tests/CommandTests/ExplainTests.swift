import Foundation
import Testing

/// What a project manager reads of one visit of the tutorial.
@Suite(.timeLimit(.minutes(5)))
struct ExplainTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
    try place.write(Self.plan, as: "visits.csv")
  }

  /// What `plan` makes of the tutorial.
  private static let plan = """
    visit_id,host,visitor,date,start,end,room_id,facilitator_id
    PEN--ILK,PEN,ILK,2027-01-20,09:00,15:45,S-PEN-R1,FAC-01
    GLO--HEB,GLO,HEB,2027-01-28,09:00,15:45,S-GLO-R1,FAC-01
    ILK--PEN,ILK,PEN,2027-02-03,09:00,15:45,S-ILK-R1,FAC-01
    HEB--GLO,HEB,GLO,2027-02-23,09:00,15:45,S-HEB-R1,FAC-01

    """

  private func explain(_ arguments: String...) async throws -> Workplace.Outcome {
    try await place.run(
      Workplace.program,
      ["explain", "tutorial", "--visits", "visits.csv", "--time-limit", "3600"] + arguments)
  }

  @Test func `every date with its cost or what is in the way, then what to ask for`() async throws {
    let outcome = try await explain("HEB--GLO")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let parts = outcome.output.components(separatedBy: "\n\n")
    try #require(parts.count == 4)
    #expect(
      parts[0] + "\n\n" + parts[1] == """
        Hebden Bridge hosts Glossop (HEB--GLO)
        ======================================
        On Tue 23 Feb 2027, 09:00–15:45, led by Facilitator, programme office; it costs 13.3
        clinician-hours.

        EVERY MDT DATE OF THE HOST, WHILE ALL OTHER VISITS STAY
          Tue 12 Jan 2027  Nurse specialist, Glossop is away all day
          Tue 19 Jan 2027  the pair's other visit (Glossop hosts Hebden Bridge) is 9 days away, where 14 to
                           70 are allowed
          Tue 26 Jan 2027  the pair's other visit (Glossop hosts Hebden Bridge) is 2 days away, where 14 to
                           70 are allowed
          Tue 2 Feb 2027   the pair's other visit (Glossop hosts Hebden Bridge) is 5 days away, where 14 to
                           70 are allowed
          Tue 9 Feb 2027   the pair's other visit (Glossop hosts Hebden Bridge) is 12 days away, where 14 to
                           70 are allowed
          Tue 16 Feb 2027  Facilitator, programme office is away all day
          Tue 23 Feb 2027  where it is: 09:00–15:45, led by Facilitator, programme office, 13.3 h (12.3 h
                           visits later than the first possible day, 1.0 h facilitators' driving)
          Tue 2 Mar 2027   possible: 09:00–15:45, led by Facilitator, programme office, 2.0 h more than
                           where it is (+2.0 h visits later than the first possible day)
        """)
    #expect(
      parts[2].hasPrefix(
        """
        WHAT TO ASK FOR, AND WHAT THE WHOLE PLAN GAINS BY IT
           1. Ask Nurse specialist, Glossop to be free on Tue 12 Jan 2027, by Tue 1 Dec 2026.
              The visit moves to Tue 12 Jan 2027; the plan gains 12.0 clinician-hours.
           2. Allow 2 days between the visits of a pair, by Tue 29 Dec 2026.
              The visit moves to Tue 26 Jan 2027; the plan gains 7.0 clinician-hours.

        """))
  }

  @Test
  func
    `the nurse's day off alone keeps the visit from 12 January, and planning without it keeps the promise`()
    async throws
  {
    try place.edit("tutorial/availability.csv", "GLO-nurse,2027-01-12,,,unavailable\n", "")
    let plan = try await place.counterpart("plan", "tutorial", "--out", "out")
    #expect(plan.status == 0)
    #expect(try place.text("out/visits.csv").contains("HEB--GLO,GLO+HEB,1,HEB,GLO,2027-01-12"))
  }

  @Test func `the same as JSON`() async throws {
    let outcome = try await explain("HEB--GLO", "--json")
    #expect(outcome.status == 0)
    let document = try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
    #expect(document.schema == "counterpart-explanation/1")
    #expect(document.host == "HEB")
    #expect(document.dates.map(\.possible) == [false, false, false, false, false, false, true, true])
    #expect(document.dates[0].obstacles.map(\.kind) == ["busy"])
    #expect(document.dates[1].obstacles.map(\.kind) == ["gap_days"])
    #expect(document.dates[6].chosen && document.dates[6].cost == 797)
    #expect(document.asks[0].gain == 720)
    #expect(document.asks[0].due == "2026-12-01")
  }

  private struct Document: Decodable {
    struct Obstacle: Decodable { var kind, remedy: String }
    struct Date: Decodable {
      var date: String
      var chosen, possible: Bool
      var cost: Int?
      var obstacles: [Obstacle]
    }
    struct Ask: Decodable {
      var gain: Int
      var due: String
    }
    var schema, host: String
    var dates: [Date]
    var asks: [Ask]
  }

  @Test(arguments: [
    (
      "HEB--ABC",
      "error: there is no visit HEB--ABC; name a host and a visitor by their ids, as in GLO--HEB\n"
    ),
    (
      "HEB--PEN",
      "error: HEB would have two partners, GLO+HEB and HEB+PEN; name a visit of one pair, or mend the schedule\n"
    ),
  ])
  func `a visit that cannot be`(visit: String, message: String) async throws {
    let outcome = try await explain(visit)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors == message)
  }

  /// The agenda fits from 09:00 to 15:45, and half an hour later too.
  @Test func `a confirmed visit is told with its own hours, and what they cost`() async throws {
    try place.edit(
      "visits.csv", "HEB--GLO,HEB,GLO,2027-02-23,09:00,15:45", "HEB--GLO,HEB,GLO,2027-02-23,09:00,16:15")
    try place.edit("visits.csv", "room_id,facilitator_id\n", "room_id,facilitator_id,status\n")
    try place.edit("visits.csv", "S-HEB-R1,FAC-01\n", "S-HEB-R1,FAC-01,confirmed\n")
    let outcome = try await explain("HEB--GLO")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(
        "On Tue 23 Feb 2027, 09:00–16:15, led by Facilitator, programme office; it costs 13.3\nclinician-hours.\n"
      ))
    #expect(
      outcome.output.contains(
        "  Tue 23 Feb 2027  where it is: 09:00–16:15, led by Facilitator, programme office, 13.3 h"),
      "\(outcome.output)")
  }

  @Test func `hours of a draft that are not the best are not told as the best`() async throws {
    try place.edit(
      "visits.csv", "HEB--GLO,HEB,GLO,2027-02-23,09:00,15:45", "HEB--GLO,HEB,GLO,2027-02-23,09:00,16:15")
    let outcome = try await explain("HEB--GLO")
    #expect(
      outcome.output.contains(
        "On Tue 23 Feb 2027, 09:00–16:15, led by Facilitator, programme office; planned anew for that day it\nwould cost "
          + "13.3 clinician-hours.\n"), "\(outcome.output)")
    #expect(outcome.output.contains("  Tue 23 Feb 2027  where it is, planned anew: 09:00–15:45, led by"))
  }
}
