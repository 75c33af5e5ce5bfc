import Foundation
import Testing

/// The checker's word on schedules by hand: the tutorial's own plan, and the same with one thing wrong.
@Suite(.timeLimit(.minutes(2)))
struct VerifyTests {
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

  private func verify(_ edits: (old: String, new: String)...) async throws -> Workplace.Outcome {
    for edit in edits { try place.edit("visits.csv", edit.old, edit.new) }
    return try await place.counterpart("verify", "tutorial", "--visits", "visits.csv")
  }

  @Test func `the plan's own visits.csv keeps every rule, given or in the folder`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    let given = try await place.counterpart("verify", "tutorial", "--visits", "out/visits.csv")
    #expect(given.status == 0)
    #expect(given.output == "4 visits: every rule is kept.\n")
    #expect(given.errors == "")
    try place.write(place.text("out/visits.csv"), as: "tutorial/visits.csv")
    let own = try await place.counterpart("verify", "tutorial")
    #expect(own.status == 0)
    #expect(own.output == "4 visits: every rule is kept.\n")
    let json = try await place.counterpart("verify", "tutorial", "--json")
    #expect(json.status == 0)
    #expect(try JSONDecoder().decode([Row].self, from: Data(json.output.utf8)) == [])
  }

  @Test func `a day without a meeting`() async throws {
    let outcome = try await verify(("2027-01-20", "2027-01-19"))
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        4 visits, 1 breach:
          PEN--ILK: Penistone has no MDT meeting on 19 January 2027, a Tuesday. [OnMeetingDate]

        """)
  }

  @Test func `two visits too close to each other`() async throws {
    let outcome = try await verify(("2027-02-03", "2027-01-27"))
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasSuffix(
        "  ILK+PEN: The visit of Ilkley to Penistone on 20 January 2027 and the visit of Penistone to Ilkley on "
          + "27 January 2027 are 7 days apart; 14 to 70 are allowed. [ReciprocalGap]\n"))
  }

  @Test func `a facilitator who is away, also as JSON`() async throws {
    let sentence =
      "Facilitator, programme office is unavailable 00:00–24:00 on 16 February 2027 but needed from 08:30 to 16:15 "
      + "on 16 February 2027."
    let outcome = try await verify(("2027-02-23", "2027-02-16"))
    #expect(outcome.status == 1)
    #expect(outcome.output == "4 visits, 1 breach:\n  HEB--GLO: \(sentence) [AttendeesFree]\n")
    let json = try await place.counterpart("verify", "tutorial", "--visits", "visits.csv", "--json")
    #expect(json.status == 1)
    #expect(json.errors == "")
    #expect(
      try JSONDecoder().decode([Row].self, from: Data(json.output.utf8))
        == [Row(rule: "AttendeesFree", subject: "HEB--GLO", sentence: sentence)])
  }

  @Test func `a room that is booked`() async throws {
    let outcome = try await verify(("2027-01-28", "2027-01-21"))
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("the rooms at Glossop are not free long enough"))
  }

  @Test func `legs without a date are counted and are no breach`() async throws {
    let outcome = try await verify(
      ("ILK--PEN,ILK,PEN,2027-02-03,09:00,15:45,S-ILK-R1,FAC-01\n", ""),
      ("HEB--GLO,HEB,GLO,2027-02-23,09:00,15:45,", "HEB--GLO,HEB,GLO,,,,"))
    #expect(outcome.status == 0)
    #expect(outcome.output == "2 visits (2 more without a date): every rule is kept.\n")
  }

  @Test func `nothing to verify is not a schedule that keeps every rule`() async throws {
    let own = try await place.counterpart("verify", "tutorial")
    #expect(own.status == 1)
    #expect(own.output == "")
    #expect(
      own.errors == "tutorial: error: the folder holds no visits to verify; name a visits.csv with --visits\n"
    )
    try place.write("visit_id,host,visitor,date,start,end\n", as: "none.csv")
    let given = try await place.counterpart("verify", "tutorial", "--visits", "none.csv")
    #expect(given.status == 1)
    #expect(given.errors == "none.csv: error: the file lists no visit; add the visits to be verified\n")
  }

  @Test func `a schedule with bad rows is refused row by row`() async throws {
    let outcome = try await verify(("PEN--ILK,PEN,ILK,2027-01-20", "PEN--ILK,PEN,XYZ,soon"))
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    for line in outcome.errorLines { #expect(line.hasPrefix("visits.csv:2:")) }
    #expect(outcome.errorLines.contains { $0.contains(": error: 'soon' is no date; ") })
  }

  private struct Row: Decodable, Equatable {
    var rule, subject, sentence: String
  }
}
