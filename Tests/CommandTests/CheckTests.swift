import Foundation
import Testing

/// What `check` says of a programme that can be planned.
@Suite(.timeLimit(.minutes(2)))
struct CheckTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  @Test func `what was understood is said in a few lines`() async throws {
    let outcome = try await place.counterpart("check", "tutorial")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        Tutorial: can be planned.
          4 teams at 5 sites, 15 people, 1 facilitator, 4 rooms
          14 diaries read as free unless a row says otherwise
          1 diary read as free only in the rows that say so
          1 diary not sent; programme.yaml's no_diary says how that is read

        """)
  }

  @Test func `warnings go to standard error and do not refuse`() async throws {
    try FileManager.default.removeItem(atPath: place.path("tutorial/rooms.csv"))
    try FileManager.default.removeItem(atPath: place.path("tutorial/room_bookings.csv"))
    let outcome = try await place.counterpart("check", "tutorial")
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("rooms.csv:1:1: warning: no rooms are listed; "))
    #expect(outcome.output.contains(" 1 facilitator, 0 rooms\n"))
    #expect(outcome.output.hasSuffix("  1 warning, listed above\n"))
  }

  @Test func `--json of a good programme accepts it`() async throws {
    let outcome = try await place.counterpart("check", "tutorial", "--json")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output == "{\n  \"accepted\" : true,\n  \"diagnostics\" : [\n\n  ]\n}\n")
  }

  @Test func `--show-defaults is itself a programme.yaml, and says the same of itself`() async throws {
    let defaults = try await place.counterpart("check", "tutorial", "--show-defaults")
    #expect(defaults.status == 0)
    #expect(defaults.errors == "")
    let plan = try await place.counterpart("plan", "tutorial", "--out", "before")
    try place.write(defaults.output, as: "tutorial/programme.yaml")
    let again = try await place.counterpart("check", "tutorial", "--show-defaults")
    #expect(again.status == 0)
    #expect(again.errors == "")
    #expect(again.output == defaults.output)
    let planned = try await place.counterpart("plan", "tutorial", "--out", "after")
    #expect(plan.status == 0 && planned.status == 0)
    #expect(try place.text("before/visits.csv") == place.text("after/visits.csv"))
  }

  @Test func `new, check and plan follow each other`() async throws {
    let made = try await place.counterpart("new", "mine")
    #expect(made.status == 0)
    #expect(made.output == "mine: a starter programme; begin with mine/README.txt\n")
    #expect(try place.names(in: "mine").contains("README.txt"))
    let checked = try await place.counterpart("check", "mine")
    #expect(checked.status == 0)
    #expect(checked.errors == "")
    let planned = try await place.counterpart("plan", "mine", "--out", "plan")
    #expect(planned.status == 0)
    #expect(planned.errors == "")
    #expect(try place.rows("plan/visits.csv").count == 2)
  }

  @Test(arguments: [["new", "tutorial"], ["generate", "tutorial", "--teams", "4"]])
  func `a folder that holds anything is not written into`(arguments: [String]) async throws {
    let before = try place.files(in: "tutorial")
    let outcome = try await place.run(Workplace.program, arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "tutorial: error: the folder is not empty; name a new one\n")
    #expect(try place.files(in: "tutorial") == before)
  }

  @Test func `generate gives the same bytes for the same seed, and others for another`() async throws {
    for (seed, folder) in [("7", "one"), ("7", "two"), ("8", "other")] {
      let outcome = try await place.counterpart("generate", "--teams", "4", "--seed", seed, folder)
      #expect(outcome.status == 0)
      #expect(outcome.output == "\(folder): a programme of 4 teams, drawn from seed \(seed)\n")
    }
    #expect(try place.files(in: "one") == place.files(in: "two"))
    #expect(try place.files(in: "one") != place.files(in: "other"))
    #expect(try await place.counterpart("check", "one").status == 0)
  }

  @Test func `generate --diaries fills a folder of real teams`() async throws {
    for name in ["teams.csv", "sites.csv"] {
      try place.write(place.text("tutorial/" + name), as: "real/" + name)
    }
    let outcome = try await place.counterpart("generate", "--diaries", "real")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("real: ") && outcome.output.hasSuffix(" drawn from seed 1\n"))
    #expect(try place.names(in: "real").contains("people.csv"))
  }

  @Test(arguments: ["people.csv", "availability-R0A.csv", "R0A-lead.ics"])
  func `generate --diaries replaces nothing that is there`(name: String) async throws {
    for name in ["teams.csv", "sites.csv"] {
      try place.write(place.text("tutorial/" + name), as: "real/" + name)
    }
    try place.write("somebody's work\n", as: "real/\(name)")
    let before = try place.files(in: "real")
    let outcome = try await place.counterpart("generate", "--diaries", "real")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors
        == "real: error: the folder has \(name) already; move what is there away, or copy teams.csv and sites.csv into a "
        + "folder of their own\n")
    #expect(try place.files(in: "real") == before)
  }
}
