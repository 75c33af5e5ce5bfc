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
    #expect(
      try place.text("out/allocation.csv") == """
        pair_id,team_id,team_name,stratum,arm,draw_order
        GLO+HEB,GLO,Glossop,,visit,1
        GLO+HEB,HEB,Hebden Bridge,,visit,1
        ILK+PEN,ILK,Ilkley,,control,2
        ILK+PEN,PEN,Penistone,,control,2

        """)
    #expect(
      try place.text("out/teams.csv") == """
        team_id,team_name,site_id,organisation,network,approved,arm
        GLO,Glossop,S-GLO,Glossop Hospital,South,yes,visit
        HEB,Hebden Bridge,S-HEB,Hebden Bridge Hospital,North,yes,visit
        ILK,Ilkley,S-ILK,Ilkley Hospital,North,yes,control
        PEN,Penistone,S-PEN,Penistone Hospital,South,yes,control

        """)
    #expect(try place.rows("out/pairs.csv").map { $0[0] } == ["GLO+HEB", "ILK+PEN"])
  }

  @Test func `the log is recorded here, whole`() async throws {
    #expect(try await allocate("--seed", "1").status == 0)
    #expect(
      try place.text("out/allocation.txt") == """
        Allocation to visits and control: Tutorial
        ==========================================
          Seed                 1
          Pairs                2: 1 to visits (half, rounded up: the odd pair visits), 1 to control
          Pairs are from       pairing, proven best
          Strata               none: all pairs together
          Today                2026-11-23
          Digest of the input  aa93dc87d7250cf711b42dd02a60c18324953af69d2c187d291c75857c81c73f

        To do it again
          counterpart allocate FOLDER --seed 1 --pairs pairs.csv --out OUT
        FOLDER is the programme's folder as it was before arms were filled in, and pairs.csv lies beside
        this file. Without --pairs the pairs are made anew, which gives the same ones from the same files on
        the same day (today in programme.yaml, else the clock's). The digest names all the files that were
        read: it is another where pairs are given than where they are made.

        Units before drawing, sorted by id
          No  Unit     Teams                    Stratum
           1  GLO+HEB  Glossop / Hebden Bridge  S1
           2  ILK+PEN  Ilkley / Penistone       S1

        Strata, sorted by name
        A stratum of n of all N pairs is owed n x V / N of the V visiting ones. It is assured of the whole
        part; what is left over, in N-ths, is drawn for below. A unit's stratum is the cells of its teams,
        sorted; a blank cell counts as a value of its own.
          No  Stratum    Pairs  Assured  Left over  Visiting  Control
          S1  all pairs      2        1        0/2         1        1

        How numbers are drawn
        SplitMix64 (Steele, Lea and Flood 2014): all sums and products modulo 2^64, the state begins as the
        seed, and each number is made by
        state = state + 0x9e3779b97f4a7c15; z = state; z = (z xor (z >> 30)) * 0xbf58476d1ce4e5b9; z = (z
        xor (z >> 27)) * 0x94d049bb133111eb; number = z xor (z >> 31).
        One of m outcomes, 0 to m - 1: a number below 2^64 mod m is passed over, else the outcome is the
        number mod m. So each outcome is exactly as likely.
        An order (Fisher and Yates): begin with the list sorted; for i = its length down to 2, draw one of i
        outcomes j and swap the i-th element with the one at j + 1, which settles place i. What remains at
        place 1 needs no number.
        What is left over (only where it is not nothing): the strata with something left over are put in an
        order and laid end to end, each as long as what it has left over in N-ths. One of N outcomes u is
        drawn; there are marks at u, u + N, u + 2N and so on, and a stratum gets one visiting pair more if a
        mark is in its stretch, from where it begins to just before where it ends.
        Then, stratum by stratum, its units are put in an order, and the first of them visit, as many as the
        stratum has visiting.

        Numbers drawn, in this order
          No                Number  mod  gives  and so
           1  10451216379200822465    2      1  place 2 of S1: ILK+PEN

        Result
          Stratum  Place  Unit     Arm
          S1           1  GLO+HEB  visit
          S1           2  ILK+PEN  control

        """)
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
      "allocate", "g", "--seed", "5", "--out", "a")
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
      guard row[4] == "place", row.count == 9 else { continue }
      placed[row[7] + row[5]] = row[8]
    }
    #expect(placed.count == 4)
    let result = try rows(after: "Result")
    #expect(result.count == 5)
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
    let expected = [
      "team_id,team_name,site_id,organisation,network,approved,Arm,note",
      "GLO,Glossop,S-GLO,Glossop Hospital,South, yes ,visit,\"as it, was\"",
      "HEB,Hebden Bridge,S-HEB,Hebden Bridge Hospital,North,yes,visit,\"as it, was\"",
      "ILK,Ilkley,S-ILK,Ilkley Hospital,North,yes,control,\"as it, was\"",
      "PEN,Penistone,S-PEN,Penistone Hospital,South, yes ,control,\"as it, was\"",
      "OUT,Outlying,S-GLO,,North,no,control,",
    ]
    #expect(try place.text("out/teams.csv") == expected.map { $0 + "\r\n" }.joined())
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
