import Testing

/// What the program says about itself, and to somebody who calls it wrongly.
@Suite(.timeLimit(.minutes(2)))
struct UsageTests {
  static let commands = [
    "plan", "pair", "allocate", "check", "verify", "export", "generate", "new", "serve", "submit", "status",
    "jobs", "log", "cancel", "backup", "restore",
  ]

  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `the version is one line`() async throws {
    let outcome = try await place.counterpart("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(outcome.errors == "")
  }

  @Test func `help lists the commands, and not the worker`() async throws {
    let outcome = try await place.counterpart("--help")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    for command in Self.commands {
      #expect(outcome.output.contains("\n  \(command) "))
    }
    #expect(!outcome.output.contains("worker"))
    #expect(outcome.output.contains("Exit status: 0 done; 1 input refused; 2 usage;"))
    #expect(try await place.counterpart().output == outcome.output)
  }

  @Test(arguments: commands)
  func `each command has help that fits a narrow terminal, and says what each argument is`(
    command: String
  ) async throws {
    let outcome = try await place.counterpart(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("OVERVIEW: "))
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines where !line.hasPrefix("USAGE: ") { #expect(line.count <= 80) }
    let usage = outcome.output.split(separator: "\n").first { $0.hasPrefix("USAGE: ") } ?? ""
    for option in usage.matches(of: /--[a-z-]+/).map(\.output) {
      #expect(outcome.output.contains("\n  \(option)"))
    }
  }

  @Test(arguments: [
    (["plan"], "Error: Missing expected argument '<folder>'"),
    (["check"], "Error: Missing expected argument '<folder>'"),
    (["plan", "x", "--nope"], "Error: Unknown option '--nope'. Did you mean '--out'?"),
    (["plan", "x", "y"], "Error: Unexpected argument 'y'"),
    (["plan", "x", "--out"], "Error: Missing value for '--out <folder>'"),
    (["plan", "x", "--out", ""], "error: --out is blank; name the folder to write"),
    (["plan", "x", "--seed", "abc"], "Error: The value 'abc' is invalid for '--seed <number>'"),
    (["plan", "x", "--seed=-1"], "Error: The value '-1' is invalid for '--seed <number>'"),
    (
      ["plan", "x", "--time-limit", "soon"],
      "Error: The value 'soon' is invalid for '--time-limit <seconds>'"
    ),
    (
      ["plan", "x", "--time-limit", "0"],
      "Error: --time-limit is a number of seconds above 0, at most 86400"
    ),
    (
      ["plan", "x", "--time-limit", "nan"],
      "Error: --time-limit is a number of seconds above 0, at most 86400"
    ),
    (["plan", "x", "--iterations=-1"], "Error: --iterations is a number from 0 upwards"),
    (["pair", "x", "--iterations", "5"], "Error: Unknown option '--iterations'"),
    (
      ["pair", "x", "--time-limit=-5"],
      "Error: --time-limit is a number of seconds above 0, at most 86400"
    ),
    (
      ["plan", "x", "--memory-limit", "0"],
      "Error: --memory-limit is a number of mebibytes from 1 to 1048576"
    ),
    (["pair", "x", "--forbid", "GLO"], "Error: The value 'GLO' is invalid for '--forbid <team+team>'"),
    (["pair", "x", "--force", "A+A"], "Error: The value 'A+A' is invalid for '--force <team+team>'"),
    (
      ["allocate", "x", "--out", "o"],
      "Error: --seed is missing: fix a number in advance, as in the protocol; one that the program chose would "
        + "invite drawing again until the result pleases"
    ),
    (
      ["allocate", "x", "--seed", "1", "--visit", "100%"],
      "Error: The value '100%' is invalid for '--visit <pairs or share>'"
    ),
    (["allocate", "x", "--seed", "1", "--out", ""], "Error: --out is blank; name the folder to write"),
    (["export", "x", "--format", "lp", "--out", "m"], "Error: Missing expected argument '--model <model>'"),
    (
      ["export", "x", "--model", "visits", "--out", "m"],
      "Error: Missing expected argument '--format <format>'"
    ),
    (
      ["export", "x", "--model", "visits", "--format", "lp"],
      "Error: Missing expected argument '--out <file>'"
    ),
    (
      ["export", "x", "--model", "days", "--format", "lp", "--out", "m"],
      "Error: The value 'days' is invalid for '--model <model>'. Please provide one of 'pairing' and 'visits'."
    ),
    (
      ["export", "x", "--model", "visits", "--format", "gms", "--out", "m"],
      "Error: The value 'gms' is invalid for '--format <format>'. Please provide one of 'mps', 'lp' or 'mathprog'."
    ),
    (
      ["export", "x", "--model", "pairing", "--format", "lp", "--out", "m", "--pairs", "p.csv"],
      "Error: --pairs goes with --model visits; the pairing model decides the pairs"
    ),
    (
      ["export", "x", "--model", "pairing", "--format", "lp", "--out", ""],
      "Error: --out is blank; name the file to write"
    ),
    (
      ["export", "x", "--model", "pairing", "--format", "lp", "--out", "nowhere/m"],
      "nowhere/m: error: cannot be written; choose another --out"
    ),
    (["generate"], "Error: name the folder to write, or give --diaries FOLDER"),
    (["generate", "x", "--overfull"], "Error: --overfull is for --profile bench"),
    (
      ["generate", "x", "--profile", "bench", "--facilitators", "2"],
      "Error: --profile bench has facilitators of its own, so not with --facilitators"
    ),
    (
      ["generate", "x", "--profile", "bench", "--teams", "29"],
      "error: there is no benchmark of 29 teams; ask for 30 to 1000"
    ),
    (
      ["generate", "g", "--diaries", "d"],
      "Error: name a folder to write, or give --diaries FOLDER, not both"
    ),
    (["generate", "g", "--teams", "1"], "error: 1 teams cannot be drawn; ask for 2 to 400"),
    (
      ["paln", "x"],
      "Error: there is no command 'paln'; the commands are plan, pair, explain, what-if, allocate, check, verify, export, generate, new, serve, submit, status, jobs, log, cancel, feeds, key, backup, restore"
    ),
  ])
  func `a wrong call ends with 2, says what is wrong first, and does nothing`(
    arguments: [String], message: String
  ) async throws {
    try place.addTutorial(as: "x")
    let outcome = try await place.run(Workplace.program, arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errorLines.first == message)
    #expect(try place.names() == ["x"])
  }
}
