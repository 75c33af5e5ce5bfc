import Foundation
import Testing

/// Pairs drawn by lot for visits or the control arm.
@Suite(.timeLimit(.minutes(2)))
struct AllocateTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  private func allocate(_ options: String...) async throws -> Workplace.Outcome {
    try await place.run(Workplace.program, ["allocate", "tutorial", "--out", "out"] + options)
  }

  @Test func `both teams of a pair go to one arm, and the folder stays as it was`() async throws {
    let before = try place.files(in: "tutorial")
    let outcome = try await allocate("--seed", "1")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        Allocated 2 pairs: 1 pair to visits, 1 pair to control (seed 1).

          No  Stratum    Pairs  Assured  Left over  Visiting  Control
          S1  all pairs      2        1        0/2         1        1

        Who is in which arm: out/allocation.csv
        How it was drawn: out/allocation.txt
        To be put into tutorial: out/teams.csv

        """)
    #expect(try place.files(in: "tutorial") == before)
    #expect(
      try place.names(in: "out") == [
        "allocation.csv", "allocation.txt", "pairs.csv", "teams.csv", "visiting_pairs.csv",
      ])
    #expect(try place.text("out/allocation.csv") == "")
    #expect(try place.text("out/teams.csv") == "")
    #expect(try place.rows("out/pairs.csv").map { $0[0] } == ["GLO+HEB", "ILK+PEN"])
  }

  @Test func `the log is recorded here, whole`() async throws {
    #expect(try await allocate("--seed", "1").status == 0)
    #expect(try place.text("out/allocation.txt") == "")
    let told = try await place.counterpart("allocate", "tutorial", "--seed", "1")
    #expect(
      told.output
        == (try place.text("out/allocation.txt"))
        + "\nNothing was written; --out FOLDER writes the allocation and teams.csv.\n")
  }

  @Test func `what was written is planned as it is, and those who visit keep their partners`() async throws {
    #expect(try await allocate("--seed", "1").status == 0)
    let visiting = try place.rows("out/visiting_pairs.csv").map { $0[0] }
    #expect(visiting.count == 1)
    try place.write(try place.text("out/teams.csv"), as: "tutorial/teams.csv")
    let plan = try await place.counterpart("plan", "tutorial", "--out", "made")
    #expect(plan.status == 0)
    #expect(try place.rows("made/pairs.csv").map { $0[0] } == visiting)
    let given = try await place.counterpart(
      "plan", "tutorial", "--pairs", "out/visiting_pairs.csv", "--out", "given")
    #expect(given.status == 0)
    #expect(try place.rows("given/pairs.csv").map { $0[0] } == visiting)
    // A second allocation is refused, unless it is meant.
    let again = try await place.counterpart("allocate", "tutorial", "--seed", "2", "--out", "again")
    #expect(again.status == 1)
    let controls = try place.rows("out/allocation.csv").filter { $0[4] == "control" }.map { $0[1] }
    #expect(
      again.errors
        == "error: 2 teams in teams.csv are in the control arm already (\(controls.joined(separator: ", "))), as "
        + "after an allocation; to start anew blank the column arm, or give --keep-control to leave them there and "
        + "allocate the others\n")
    let kept = try await place.counterpart(
      "allocate", "tutorial", "--seed", "2", "--keep-control", "--out", "again")
    #expect(kept.status == 0)
    #expect(try place.rows("again/allocation.csv").map { $0[4] } == ["visit", "visit"])
    #expect(try place.text("again/teams.csv") == place.text("out/teams.csv"))
  }

  @Test func `the command in the log gives the same, from the pairs beside it`() async throws {
    let options = ["--visit", "2", "--stratify", "network"]
    #expect(try await place.counterpart("generate", "g", "--teams", "12", "--seed", "3").status == 0)
    let first = try await place.run(
      Workplace.program, ["allocate", "g", "--seed", "11", "--out", "a"] + options)
    #expect(first.status == 0)
    #expect(
      try place.text("a/allocation.txt").contains(
        "\n  counterpart allocate FOLDER --seed 11 --visit 2 --stratify network --pairs pairs.csv --out OUT\n"
      ))
    let second = try await place.run(
      Workplace.program, ["allocate", "g", "--seed", "11", "--out", "b", "--pairs", "a/pairs.csv"] + options)
    #expect(second.status == 0)
    for name in ["allocation.csv", "teams.csv"] {
      #expect(try place.text("a/" + name) == place.text("b/" + name))
    }
    let third = try await place.run(
      Workplace.program, ["allocate", "g", "--seed", "11", "--out", "c"] + options)
    #expect(third.status == 0)
    #expect(try place.files(in: "a") == place.files(in: "c"))
  }

  @Test func `the numbers in the log are enough to draw again`() async throws {
    #expect(try await place.counterpart("generate", "g", "--teams", "12", "--seed", "3").status == 0)
    let outcome = try await place.counterpart(
      "allocate", "g", "--seed", "5", "--stratify", "organisation", "--out", "a")
    #expect(outcome.status == 0)
    let lines = try place.text("a/allocation.txt").split(separator: "\n").map(String.init)
    func rows(after heading: String) throws -> [[String]] {
      let start = try #require(lines.firstIndex { $0.hasPrefix(heading) })
      return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.dropFirst()
        .map { $0.split(separator: " ").map(String.init) }
    }
    var placed: [String: String] = [:]
    for row in try rows(after: "Numbers drawn") {
      let number = try #require(UInt64(row[1]))
      let count = try #require(UInt64(row[2]))
      #expect(row[3] == String(number % count))
      guard row[4] == "place", row.count == 8 else { continue }
      placed[row[6] + row[5]] = row[7]
    }
    #expect(!placed.isEmpty)
    let result = try rows(after: "Result")
    #expect(result.count == 6)
    for row in result where row[1] != "1" { #expect(placed["\(row[0]):\(row[1])"] == row[2]) }
    let arms = Dictionary(
      try place.rows("a/allocation.csv").map { ($0[0], $0[4]) }, uniquingKeysWith: { first, _ in first })
    for row in result { #expect(arms[row[2]] == row[3]) }
  }

  @Test func `teams that are not paired keep their arm, and every other cell its bytes`() async throws {
    let text = try place.text("tutorial/teams.csv").replacingOccurrences(of: "\n", with: "\r\n")
      .replacingOccurrences(of: "approved\r", with: "approved,Arm,note\r")
      .replacingOccurrences(of: ",yes\r", with: ",yes,,\"as it, was\"\r")
      .replacingOccurrences(of: "South,yes,", with: "South, yes ,VISIT")
    try place.write(text + "OUT,Outlying,S-GLO,,North,no,control,\r\n", as: "tutorial/teams.csv")
    #expect(try await allocate("--seed", "1", "--keep-control", "--quiet").output == "")
    #expect(try place.text("out/teams.csv") == "")
    #expect(try place.text("out/allocation.txt").contains("Outlying (OUT)  in the control arm already\n"))
  }

  @Test func `a column that is not there is refused with the nearest name`() async throws {
    let near = try await allocate("--seed", "1", "--stratify", "netwrok")
    #expect(near.status == 2)
    #expect(
      near.errors
        == "error: teams.csv has no column 'netwrok' for --stratify; write 'network' if that is meant\n")
    let far = try await allocate("--seed", "1", "--stratify", "region")
    #expect(far.status == 2)
    #expect(
      far.errors
        == "error: teams.csv has no column 'region' for --stratify; its columns are approved, network, organisation, "
        + "site_id, team_id, team_name\n")
    #expect(try place.names() == ["tutorial"])
  }

  @Test func `strata of one pair each are drawn, with a note`() async throws {
    let outcome = try await allocate("--seed", "1", "--stratify", " Organisation ")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("Note: Every stratum has one pair only, so that stratifying balances nothing."))
  }

  @Test func `the folder of the programme is not written to`() async throws {
    let outcome = try await place.counterpart("allocate", "tutorial", "--seed", "1", "--out", "tutorial")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "tutorial: error: the folder is not empty; name a new one\n")
  }

  @Test func `pairs that are given are allocated, and more to visit than there are pairs is refused`()
    async throws
  {
    try place.write("team_a,team_b\nHEB,PEN\n", as: "p.csv")
    let outcome = try await allocate("--seed", "1", "--pairs", "p.csv")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Note: A single pair visits: nothing was left to chance"))
    #expect(try place.rows("out/allocation.csv").map { $0[1] } == ["HEB", "PEN"])
    let many = try await place.counterpart("allocate", "tutorial", "--seed", "1", "--visit", "2")
    #expect(many.status == 2)
    #expect(
      many.errors == "error: 2 of 2 pairs cannot visit and leave a control arm; ask for 1 to 1\n")
  }
}
