import Fixtures
import Foundation
import Testing

/// What `plan` prints and writes for scenarios/tutorial.
@Suite(.timeLimit(.minutes(2)))
struct PlanTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  @Test func `the files are those of docs/formats.md, and nothing else is left beside them`() async throws {
    let outcome = try await place.counterpart("plan", "tutorial", "--out", "out")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try place.names() == ["out", "tutorial"])
    #expect(
      try place.names(in: "out") == [
        "actions.csv", "agenda.csv", "attendance.csv", "chase.csv", "feeds", "packs", "pairs.csv",
        "plan.json",
        "report.html", "report.txt", "timings.json", "unscheduled.csv", "visits.csv",
      ])
    #expect(
      try place.names(in: "out/packs") == [
        "GLO--HEB.html", "HEB--GLO.html", "ILK--PEN.html", "PEN--ILK.html",
      ])
    let feeds = try place.names(in: "out/feeds")
    #expect(feeds.contains("programme.ics"))
    #expect(feeds.filter { $0.hasPrefix("team-") }.count == 4)
    #expect(feeds.filter { $0.hasPrefix("person-") }.count == 15)
    #expect(feeds.filter { $0.hasPrefix("facilitator-") } == ["facilitator-FAC-01.ics"])
    #expect(feeds.filter { $0.hasPrefix("room-") }.count == 4)
    #expect(feeds.filter { $0.hasPrefix("site-") }.count == 4)
    #expect(feeds.count == TutorialFolder.calendars)
    for name in feeds {
      let text = try place.text("out/feeds/" + name)
      #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    }
    let headers = [
      "visits.csv":
        "visit_id,pair_id,leg,host,visitor,date,start,end,room_id,facilitator_id,status,pinned,pinned_by,"
        + "pinned_reason,reserve_date,release,sequence",
      "unscheduled.csv": "visit_id,host,visitor,reason,cheapest_ask",
      "agenda.csv": "visit_id,session_id,title,start,end,room_id",
      "chase.csv":
        "needed_by,when,person_id,name,role,team_id,email,coordinator_email,notice_days,required,first_visit,visits",
      "actions.csv":
        "due,when,action,visit_id,visit_date,to,email,team_id,person_id,room_id,on,times,what",
    ]
    for name in ["visits.csv", "unscheduled.csv", "agenda.csv", "chase.csv", "actions.csv"] {
      let header = try place.text("out/" + name).split(separator: "\n").first
      #expect(header.map(String.init) == headers[name])
    }
    #expect(try place.rows("out/unscheduled.csv").isEmpty)
    #expect(
      try place.rows("out/visits.csv").map { $0[0] + " " + $0[5] } == [
        "PEN--ILK 2027-01-20", "GLO--HEB 2027-01-28", "ILK--PEN 2027-02-03", "HEB--GLO 2027-02-23",
      ])
  }

  @Test func `the summary is a table of pairs, a table of visits, totals and where to look`() async throws {
    let outcome = try await place.counterpart("plan", "tutorial", "--out", "out/")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "Tutorial")
    #expect(lines.contains { $0.hasPrefix("  GLO+HEB  Glossop / Hebden Bridge ") })
    #expect(lines.contains("  Wed 20 Jan 2027  09:00–15:45  Penistone hosts Ilkley       FAC-01       draft"))
    #expect(lines.contains { $0.hasPrefix("Visits  4 visits, each with a date, proven best") })
    #expect(lines.contains("Cost    37.3 clinician-hours in all."))
    #expect(lines.contains("Calendars to subscribe to: out/feeds/"))
    #expect(lines.contains("Packs for the teams: out/packs/"))
    #expect(lines.contains("Report: out/report.html (plain text: report.txt)"))
    for line in lines { #expect(line.count <= 100) }
  }

  @Test func `nothing printed into a pipe moves a cursor or colours a word`() async throws {
    for arguments in [["plan", "tutorial"], ["pair", "tutorial"], ["check", "tutorial"]] {
      let outcome = try await place.run(Workplace.program, arguments)
      let printed = outcome.output + outcome.errors
      #expect(!printed.isEmpty)
      #expect(!printed.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }
  }

  @Test func `without --out nothing is written, and that is said`() async throws {
    let outcome = try await place.counterpart("plan", "tutorial")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("\nNothing was written; --out FOLDER writes tables, calendars and a report.\n"))
    #expect(try place.names() == ["tutorial"])
  }

  @Test func `--quiet prints nothing, warnings neither`() async throws {
    try FileManager.default.removeItem(atPath: place.path("tutorial/rooms.csv"))
    try FileManager.default.removeItem(atPath: place.path("tutorial/room_bookings.csv"))
    let loud = try await place.counterpart("plan", "tutorial")
    #expect(
      loud.errors
        == "rooms.csv:1:1: warning: no rooms are listed; add them; visits are planned as if rooms were always free "
        + "until then\n")
    let outcome = try await place.counterpart("plan", "tutorial", "--quiet", "--out", "out")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
    #expect(try place.names(in: "out").contains("plan.json"))
  }

  @Test func `--json prints plan.json and nothing else`() async throws {
    let outcome = try await place.counterpart("plan", "tutorial", "--json", "--out", "out")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try outcome.output == place.text("out/plan.json"))
    #expect(outcome.output.hasPrefix("{\n  \"schema\": \"counterpart-plan/1\",\n"))
    #expect((try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8))) != nil)
  }

  @Test func `two runs give the same bytes, save for timings.json`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "one")
    _ = try await place.counterpart("plan", "tutorial", "--out", "two")
    var (one, two) = try (place.files(in: "one"), place.files(in: "two"))
    #expect(one.removeValue(forKey: "timings.json") != nil)
    #expect(two.removeValue(forKey: "timings.json") != nil)
    #expect(one.count == TutorialFolder.planFiles - 1)
    #expect(one == two)
  }

  @Test func `a generated programme is planned, and its plan passes verify`() async throws {
    _ = try await place.counterpart("generate", "--teams", "4", "--seed", "2", "four")
    let outcome = try await place.counterpart("plan", "four", "--out", "out")
    #expect([0, 3].contains(outcome.status), "\(outcome.errors)")
    let verdict = try await place.counterpart("verify", "four", "--visits", "out/visits.csv")
    #expect(verdict.status == 0)
    #expect(verdict.output.contains("every rule is kept."))
  }

  @Test func `--pairs uses exactly the pairs of the file, and says who is not among them`() async throws {
    try place.write("team_a,team_b\nILK,GLO\n", as: "mine.csv")
    let outcome = try await place.counterpart("plan", "tutorial", "--pairs", "mine.csv", "--out", "out")
    #expect(outcome.status == 0)
    #expect(try place.rows("out/pairs.csv").map { $0[0] } == ["GLO+ILK"])
    #expect(try place.rows("out/visits.csv").map { $0[0] }.sorted() == ["GLO--ILK", "ILK--GLO"])
    #expect(
      outcome.output.contains(
        "\nWithout a partner:\n  Hebden Bridge (HEB): not among the pairs given\n"
          + "  Penistone (PEN): not among the pairs given\n"))
  }

  @Test func `a plan's own pairs.csv can be given back`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    let outcome = try await place.counterpart(
      "plan", "tutorial", "--pairs", "out/pairs.csv", "--out", "again")
    #expect(outcome.status == 0)
    #expect(try place.rows("again/pairs.csv").map { $0[0] } == ["GLO+HEB", "ILK+PEN"])
    #expect(try place.text("again/visits.csv") == place.text("out/visits.csv"))
  }

  @Test func `forced pairs on closed dates are planned without a date: status 3, each leg with its reason`()
    async throws
  {
    try place.write(
      "date_from,date_to,scope,reason\n2027-01-01,2027-12-31,all,flood\n", as: "tutorial/closures.csv")
    try place.write(
      "team_a,team_b,rule\nGLO,HEB,force\nILK,PEN,force\n", as: "tutorial/pair_rules.csv")
    let outcome = try await place.counterpart("plan", "tutorial", "--out", "out")
    #expect(outcome.status == 3)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("  no date        Glossop hosts Hebden Bridge\n"))
    let text = try place.text("out/unscheduled.csv")
    for id in ["GLO--HEB,GLO,HEB,", "HEB--GLO,HEB,GLO,", "ILK--PEN,ILK,PEN,", "PEN--ILK,PEN,ILK,"] {
      let reason =
        "none of 8 meeting dates is possible while the other visits stay: the day is closed (flood) (8×)"
      #expect(text.contains("\n\(id)\"\(reason)"))
    }
    #expect(try place.rows("out/visits.csv").isEmpty)
  }

  @Test func `where no pair can be made the status is 3, and each team is told why`() async throws {
    try place.write(
      "date_from,date_to,scope,reason\n2027-01-01,2027-12-31,all,flood\n", as: "tutorial/closures.csv")
    let outcome = try await place.counterpart("plan", "tutorial", "--out", "out")
    #expect(outcome.status == 3)
    #expect(
      outcome.output.contains(
        """
          Glossop (GLO): GLO has no admissible partner: 1 team shares its network, 2
          have fewer than 3 common dates for a visit; no change of one setting alone
          would give it a partner

        """))
    #expect(try place.rows("out/pairs.csv").isEmpty)
  }

  @Test(arguments: ["0", "4"])
  func `with --iterations the same number writes the same bytes, whatever the seed`(pivots: String)
    async throws
  {
    for (out, seed) in [("one", "1"), ("two", "1"), ("three", "2")] {
      let outcome = try await place.counterpart(
        "plan", "tutorial", "--out", out, "--iterations", pivots, "--seed", seed)
      #expect(outcome.status == 0 || outcome.status == 3)
    }
    for name in try place.names(in: "one") where name.hasSuffix(".csv") || name == "report.txt" {
      #expect(try place.text("one/" + name) == place.text("two/" + name), "\(name)")
    }
    #expect(try place.text("one/plan.json") == place.text("two/plan.json"))
    #expect(try place.text("one/visits.csv") == place.text("three/visits.csv"))
    #expect(try !place.text("one/plan.json").contains("The time was up"))
  }
}
