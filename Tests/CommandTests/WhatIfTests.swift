import Foundation
import Testing

/// `what-if` on the tutorial's plan, whose dates and costs scenarios/tutorial/README.md works out by hand.
@Suite(.timeLimit(.minutes(5)))
struct WhatIfCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
    try place.write(
      """
      visit_id,date,start,end,room_id,facilitator_id,status,release
      GLO--HEB,2027-01-28,09:00,15:45,S-GLO-R1,FAC-01,tentative,1
      HEB--GLO,2027-02-23,09:00,15:45,S-HEB-R1,FAC-01,tentative,1
      ILK--PEN,2027-02-03,09:00,15:45,S-ILK-R1,FAC-01,tentative,1
      PEN--ILK,2027-01-20,09:00,15:45,S-PEN-R1,FAC-01,tentative,1

      """, as: "tutorial/visits.csv")
  }

  private func ask(_ rows: String, named name: String = "whatif.csv") async throws -> Workplace.Outcome {
    try place.write("id,change,value,until,reason\n" + rows, as: name)
    return try await place.counterpart("what-if", "tutorial", "--changes", name, "--out", "out")
  }

  /// Not before 11 February, Glossop's visit costs 861, and Hebden Bridge's, which must be 14 days away, least on 26
  /// January: 377. Two moves are 960, so 2198 take the place of 381 + 797: 1020 minutes or 17 hours more. (With 25
  /// February and 9 February it would be 861 + 557 + 960 = 2378.)
  @Test func `a delay moves the other visit of the pair where the days between them ask for it`() async throws
  {
    let outcome = try await ask("GLO--HEB,not_before,2027-02-11,,the lead is on leave\n")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.contains(
        """
        2 visits move, 2 stay. Visits are 14 days earlier in all. It costs 17.0 clinician-hours more, the
        moves themselves included. No schedule after this costs less: that is proven.
        """))
    #expect(
      outcome.output.contains(
        """
        - Glossop hosts Hebden Bridge
          from Thu 28 Jan 2027, 09:00–15:45 to Thu 11 Feb 2027, 09:00–15:45.
          Because it is not to be before Thu 11 Feb 2027 (the lead is on leave).
          Rooms to release: Seminar room (S-GLO-R1), Thu 28 Jan 2027, 09:00–11:45 and 14:00–15:45.
          Rooms to book: Seminar room (S-GLO-R1), Thu 11 Feb 2027, 09:00–11:45 and 14:00–15:45.
        - Hebden Bridge hosts Glossop
          from Tue 23 Feb 2027, 09:00–15:45 to Tue 26 Jan 2027, 09:00–15:45.
          Because a pair's visits lie 14 to 70 days apart, and Hebden Bridge at Glossop moves.
        """))
    #expect(
      outcome.output.contains(
        "published visits moved                                     0.0  16.0       +16.0"))
    let dates = try place.rows("out/scenarios/whatif/visits.csv").map { [$0[0], $0[5], $0[10]] }
    #expect(dates.contains(["GLO--HEB", "2027-02-11", "tentative"]))
    #expect(dates.contains(["PEN--ILK", "2027-01-20", "tentative"]))
    #expect(try place.names(in: "out") == ["comparison.json", "comparison.txt", "scenarios", "timings.json"])
    // The answer can be given back, and is then what stands: nothing moves.
    let again = try await place.counterpart(
      "plan", "tutorial", "--visits", "out/scenarios/whatif/visits.csv", "--out", "plan")
    #expect(again.status == 0)
  }

  @Test func `nothing published changes, and the folder stays as it was`() async throws {
    let before = try place.files(in: "tutorial")
    _ = try await ask("GLO--HEB,cancel,,,\n")
    #expect(try place.files(in: "tutorial") == before)
  }

  @Test func `what is cancelled costs nothing and is no failure`() async throws {
    let outcome = try await ask("PEN--ILK,cancel,,,\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(
        "No visit moves. 1 visit is cancelled. It costs 9.6 clinician-hours less, with 1 visit fewer."))
    #expect(!outcome.output.contains("without a date"))
  }

  @Test func `a pinned visit stays, and what is in its way is said`() async throws {
    try place.edit(
      "tutorial/visits.csv", "visit_id,date,start,end,room_id,facilitator_id,status,release",
      "visit_id,date,start,end,room_id,facilitator_id,status,release,pinned")
    try place.edit(
      "tutorial/visits.csv", "ILK--PEN,2027-02-03,09:00,15:45,S-ILK-R1,FAC-01,tentative,1",
      "ILK--PEN,2027-02-03,09:00,15:45,S-ILK-R1,FAC-01,tentative,1,yes")
    let outcome = try await ask("FAC-01,away,2027-02-03,,\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Every visit stays where it is."))
    #expect(outcome.output.contains("Standing breach of AttendeesFree, ILK--PEN:"))
    let refused = try await ask("ILK--PEN,move_to,2027-02-10,,\n")
    #expect(refused.status == 1)
    #expect(
      refused.errors
        == "whatif.csv:2:1: error: the visit 'ILK--PEN' is pinned and never moves; take its pin away in visits.csv "
        + "to ask, or take the row away\n")
  }

  @Test func `a team that withdraws leaves its partner alone where the rules give it no other`() async throws
  {
    let outcome = try await ask("ILK,withdraw,,,\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(
        """
        - The pair of Ilkley and Penistone ends with the withdrawal.
        - Penistone has no partner any more: no team that the rules let be its partner is free, and none can
          be freed by breaking up at most 2 pairs that have not met
        """))
  }

  /// Without the rule that keeps networks apart and a least gain, Glossop and Hebden Bridge, who have not met, take
  /// Penistone in: three is an odd number.
  @Test func `a partner left alone is taken into a trio where the rules let it be`() async throws {
    try place.edit("tutorial/rooms.csv", "Seminar room,8", "Seminar room,12")
    try place.edit("tutorial/programme.yaml", "pairing:\n", "pairing:\n  keep_apart: []\n  min_gain: null\n")
    let outcome = try await ask("ILK,withdraw,,,\n")
    #expect(
      outcome.output.contains("The pair of Glossop and Hebden Bridge is broken up; they have not met yet."))
    #expect(outcome.output.contains("Glossop, Hebden Bridge and Penistone are partners now"))
    #expect(
      outcome.output.contains(
        "Instead: Without breaking up a pair no new pair can be made, and Penistone alone"))
  }

  @Test func `a facilitator who joins is described beside the question`() async throws {
    try place.write(
      "facilitator_id,name,base,background\nFAC-02,\"Facilitator, Ilkley\",S-ILK,clinical\n",
      as: "q/facilitators.csv")
    try place.write("id,change,value\nFAC-02,join,\nFAC-01,away,2027-02-03\n", as: "q/join.csv")
    let outcome = try await place.counterpart("what-if", "tutorial", "--changes", "q/join.csv")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Facilitator, Ilkley joins as a facilitator."))
    #expect(
      outcome.output.contains(
        "stays on Wed 3 Feb 2027, 09:00–15:45, led by Facilitator, Ilkley instead of Facilitator,"))
    let undescribed = try await ask("FAC-09,join,,,\n")
    #expect(undescribed.status == 1)
    #expect(
      undescribed.errors
        == "whatif.csv:2:1: error: no facilitator 'FAC-09' is described; put a facilitators.csv with the facilitator's "
        + "row beside this file\n")
  }

  @Test func `several questions are ranked, the mildest first`() async throws {
    try place.write("id,change,value\nGLO--HEB,not_before,2027-02-11\n", as: "late.csv")
    try place.write("id,change,value\nFAC-01,away,2027-06-01\n", as: "june.csv")
    // Whatever it saves, a visit that is not held is no mild answer.
    try place.write("id,change,value\nPEN--ILK,cancel,\n", as: "stop.csv")
    let outcome = try await place.counterpart(
      "what-if", "tutorial", "--changes", "late.csv", "--changes", "stop.csv", "--changes", "june.csv")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(
        """
          What if  visits fewer  without a date  moved  days later  notice broken, h  cost, h
          june                0               0      0           0               0.0      0.0
          late                0               0      2         -14               0.0    +17.0
          stop                1               0      0           0               0.0     -9.6
        """))
  }

  @Test func `every delay is tried, and the most harmful visit comes first`() async throws {
    let outcome = try await place.counterpart("what-if", "tutorial", "--sweep", "--out", "out")
    #expect(outcome.status == 0)
    let rows = try place.rows("out/slips.csv")
    #expect(rows.count == 12)
    #expect(Set(rows.map { $0[4] }) == ["1", "2", "4"])
    // Later than 2 March Hebden Bridge's visit has no date inside the window.
    #expect(rows[0][0] == "HEB--GLO")
    #expect(rows.filter { $0[7] == "1" }.map { $0[0] } == ["HEB--GLO", "HEB--GLO"])
    // 10 February instead of the 3rd: 480 more, and 480 for the move.
    #expect(rows.first { $0[0] == "ILK--PEN" && $0[4] == "1" }?[8] == "16")
  }

  @Test func `nothing to ask about, or nothing asked, is said`() async throws {
    let nothing = try await place.counterpart("what-if", "tutorial")
    #expect(nothing.status == 2)
    #expect(
      nothing.errors
        == "error: nothing is asked; name a file of changes with --changes, or ask for --sweep\n")
    try FileManager.default.removeItem(atPath: place.path("tutorial/visits.csv"))
    let noSchedule = try await place.counterpart("what-if", "tutorial", "--sweep")
    #expect(noSchedule.status == 1)
    #expect(
      noSchedule.errors
        == "error: there is no schedule to ask about; put a visits.csv into the folder, or name one with --visits\n"
    )
  }

  @Test func `a visit that cannot be on the one day asked for is told what is in the way there`() async throws
  {
    let outcome = try await ask("HEB--GLO,move_to,2027-02-16,,the board meets\n")
    #expect(outcome.status == 3)
    #expect(
      outcome.output.contains(
        """
        - Hebden Bridge hosts Glossop, was on Tue 23 Feb 2027, 09:00–15:45.
          Because it is to be on Tue 16 Feb 2027 (the board meets), and there Facilitator, programme office
          is away all day.
          To ask for: ask Facilitator, programme office to be free on Tue 16 Feb 2027, by Tue 19 Jan 2027.
        """), "\(outcome.output)")
    let noMeeting = try await ask("HEB--GLO,move_to,2027-02-17,,\n")
    #expect(
      noMeeting.output.contains(
        "Because it is to be on Wed 17 Feb 2027, and the host has no MDT meeting on that day."))
  }

  @Test func `nobody is asked to take the question back`() async throws {
    let outcome = try await ask("HEB--GLO,not_before,2027-03-09,,\n")
    #expect(outcome.status == 3)
    #expect(
      outcome.output.contains(
        "No visit moves. 1 visit has no date any more. It costs 13.3 clinician-hours less, with 1 visit\nfewer."
      ))
    #expect(
      outcome.output.contains(
        """
          Because it is not to be before Tue 9 Mar 2027.
          No other date: all 8 meeting dates are closed to this visit.
          Rooms to release:
        """), "\(outcome.output)")
    #expect(!outcome.output.contains("To ask for") && !outcome.output.contains("what if"))
    let actions = try place.text("out/scenarios/whatif/actions.csv")
    #expect(!actions.contains(",ask,"))
  }

  /// The nurse's leave, and not the ninth of March, is why the visit moves.
  @Test func `a day on which a visit is not is no reason for its move`() async throws {
    let outcome = try await ask("GLO--HEB,not_on,2027-03-09,,\nGLO-nurse,away,2027-01-28,,leave\n")
    #expect(
      outcome.output.contains("  Because on Thu 28 Jan 2027 Nurse specialist, Glossop is away all day.\n"),
      "\(outcome.output)")
  }

  @Test func `a withdrawal says what becomes of the team's visits, and is ranked by what is lost`()
    async throws
  {
    let outcome = try await ask("ILK,withdraw,,,\n")
    #expect(
      outcome.output.contains(
        """
        No visit moves. 2 visits of pairs that are no more are given up. It costs 17.6 clinician-hours less,
        with 2 visits fewer. No schedule after this costs less: that is proven.
        """), "\(outcome.output)")
  }

  @Test func `a visit that another leads has not moved`() async throws {
    try place.write(
      "facilitator_id,name,base,background\nFAC-02,\"Facilitator, Ilkley\",S-ILK,clinical\n",
      as: "q/facilitators.csv")
    try place.write("id,change,value\nFAC-02,join,\nFAC-01,away,2027-02-03\n", as: "q/join.csv")
    let outcome = try await place.counterpart("what-if", "tutorial", "--changes", "q/join.csv")
    #expect(
      outcome.output.contains("No visit moves. 1 visit stays and is led by somebody else."),
      "\(outcome.output)")
    #expect(
      outcome.output.contains("  Because Facilitator, programme office is away on Wed 3 Feb 2027.\n"),
      "\(outcome.output)")
  }

  /// Glossop's nurse has a clinic on the day of the visit, gives it up for it, and is then on leave: the visit moves, and
  /// nobody holds the clinic. Of the lead, who stays, it can go ahead.
  @Test func `a clinic goes ahead after all where its owner is there to hold it`() async throws {
    try place.edit(
      "tutorial/availability.csv", "GLO-nurse,2027-01-12,,,unavailable\n",
      "GLO-nurse,2027-01-12,,,unavailable\nGLO-nurse,2027-01-28,09:00,12:00,clinic\n"
        + "GLO-lead,2027-01-28,13:00,17:00,clinic\n")
    let outcome = try await ask("GLO-nurse,away,2027-01-28,,leave\n")
    let glossop = outcome.output.components(separatedBy: "- Glossop hosts").last ?? ""
    #expect(
      glossop.contains(
        "Clinics that can go ahead after all: Clinical lead, Glossop, Thu 28 Jan 2027, 13:00–17:00."))
    #expect(!outcome.output.contains("Nurse specialist, Glossop, Thu 28 Jan"), "\(outcome.output)")
  }

  /// The deputy comes in the lead's place, at the same hours, and has a clinic then.
  @Test func `a visit that stays tells of the clinics that others give up for it`() async throws {
    let people = try place.text("tutorial/people.csv").split(separator: "\n").map(String.init)
    try #require(people[0].contains("deputy_for"))
    let columns = people[0].split(separator: ",").map(String.init)
    let deputy = columns.map { column in
      switch column {
      case "person_id": "GLO-deputy"
      case "team_id": "GLO"
      case "name": "\"Deputy lead, Glossop\""
      case "role": "physician"
      case "deputy_for": "GLO-lead"
      default: ""
      }
    }.joined(separator: ",")
    try place.write((people + [deputy, ""]).joined(separator: "\n"), as: "tutorial/people.csv")
    try place.edit(
      "tutorial/availability.csv", "GLO-nurse,2027-01-12,,,unavailable\n",
      "GLO-nurse,2027-01-12,,,unavailable\nGLO-deputy,2027-01-28,09:00,12:00,clinic\n")
    let outcome = try await ask("GLO-lead,away,2027-01-28,,leave\n")
    #expect(
      outcome.output.contains(
        """
        Same time, other people or rooms
        - Glossop hosts Hebden Bridge, stays on Thu 28 Jan 2027, 09:00–15:45.
          Clinics to give up: Deputy lead, Glossop, Thu 28 Jan 2027, 09:00–12:00, by Thu 17 Dec 2026.
        """), "\(outcome.output)")
  }
}
