import Foundation
import Testing

/// Tables that counterpart wrote, dropped back where they do not belong: told by their columns, whatever they are called.
@Suite(.timeLimit(.minutes(5)))
struct OwnTablesTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  @Test func `every table of a plan but visits csv is known in a folder, and not read`() async throws {
    let plan = try await place.counterpart("plan", "tutorial", "--out", "out")
    #expect(plan.status == 0)
    let before = try await place.counterpart("check", "tutorial")
    for name in ["pairs", "attendance", "agenda", "unscheduled", "chase", "actions"] {
      try place.write(try place.text("out/\(name).csv"), as: "tutorial/z-\(name).csv")
    }
    let outcome = try await place.counterpart("check", "tutorial")
    #expect(outcome.status == 0)
    #expect(
      Set(outcome.errorLines).subtracting(before.errorLines)
        == Set(
          ["pairs", "attendance", "agenda", "unscheduled", "chase", "actions"].map {
            "z-\($0).csv:1:1: warning: a table like \($0).csv is no part of a programme; it is not read; move it out of "
              + "the folder"
          }))
  }

  @Test func `what a plan has written can be given back without a warning`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    let again = try await place.counterpart(
      "plan", "tutorial", "--pairs", "out/pairs.csv", "--visits", "out/visits.csv", "--out", "again")
    #expect(again.status == 0)
    #expect(again.errors == "")
    #expect(again.output.contains("Pairs   2 pairs, decided beforehand; none was chosen."))
    let report = try place.text("again/report.txt")
    #expect(report.contains("Pairs     2 pairs, decided beforehand; none was chosen.\n"))
    #expect(!report.contains("forced"))
  }

  @Test(arguments: [
    ("--pairs", "pair_rules.csv", "a table like pair_rules.csv", "pairs.csv", "team_a and team_b"),
    ("--pairs", "visits.csv", "a table like visits.csv", "pairs.csv", "team_a and team_b"),
    ("--visits", "chase.csv", "a table like chase.csv", "visits.csv", "date, start, end and visit_id"),
    (
      "--visits", "Calendar.csv", "Outlook's export of somebody's calendar", "visits.csv",
      "date, start, end and visit_id"
    ),
    (
      "--visits", "grid.csv", "a grid of people and days", "visits.csv", "date, start, end and visit_id"
    ),
  ])
  func `a table given for another is called by its name`(
    option: String, file: String, looks: String, wanted: String, columns: String
  ) async throws {
    let texts = [
      "pair_rules.csv": "team_a,team_b,rule\nGLO,HEB,forbid\n",
      "visits.csv": "host,visitor,date,start,end\nGLO,HEB,2027-01-28,09:00,15:45\n",
      "chase.csv": "needed_by,when,person_id,name,role,team_id,visits\n",
      "Calendar.csv": "Subject,Start Date,Start Time,End Date,End Time\n",
      "grid.csv": "person_id,2027-01-12\nGLO-nurse,Y\n",
    ]
    try place.write(try #require(texts[file]), as: file)
    let outcome = try await place.counterpart("plan", "tutorial", option, file)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "\(file):1:1: error: this is \(looks), and a table like \(wanted) is wanted here; give a file with the "
        + "columns \(columns)\n")
  }

  @Test func `a calendar as Outlook names its exports is nobody's`() async throws {
    try place.write(
      "Subject,Start Date,Start Time,End Date,End Time\nClinic,13/01/2027,09:00,13/01/2027,12:00\n",
      as: "tutorial/Calendar.csv")
    let outcome = try await place.counterpart("check", "tutorial")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "Calendar.csv:1:1: error: nobody can tell by the name whose calendar this is; name the file as the person's id, "
        + "as in R0A-lead, or room- and the room's id\n")
  }

  @Test func `the delays of what-if are known too`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    let sweep = try await place.counterpart(
      "what-if", "tutorial", "--visits", "out/visits.csv", "--sweep", "--out", "asked")
    #expect(sweep.status == 0)
    try place.write(try place.text("asked/slips.csv"), as: "tutorial/delays.csv")
    let outcome = try await place.counterpart("check", "tutorial")
    #expect(outcome.status == 0)
    #expect(
      outcome.errorLines.contains(
        "delays.csv:1:1: warning: a table like slips.csv is no part of a programme; it is not read; move it out of the "
          + "folder"))
  }
}
