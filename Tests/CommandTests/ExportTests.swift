import Foundation
import Testing

/// The whole model as text; that its optimum is ours is what ReferenceTests are about.
@Suite(.timeLimit(.minutes(2)))
struct ExportTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  private func export(_ model: String, _ format: String, _ options: String...) async throws
    -> Workplace.Outcome
  {
    try await place.run(
      Workplace.program, ["export", "tutorial", "--model", model, "--format", format, "--out", "m"] + options)
  }

  @Test(arguments: [
    ("pairing", "mps", "* pairing of tutorial, see models/pairing.mod\n", "ENDATA\n"),
    ("pairing", "lp", "\\ pairing of tutorial, see models/pairing.mod\n", "End\n"),
    ("visits", "mps", "* x[1]: GLO hosts HEB on 2027-01-28 09:00-15:45, FAC-01\n", "ENDATA\n"),
    ("visits", "lp", "\\ x[1]: GLO hosts HEB on 2027-01-28 09:00-15:45, FAC-01\n", "End\n"),
  ])
  func `each model is written in each language, the same bytes each time`(
    model: String, format: String, beginning: String, end: String
  ) async throws {
    let outcome = try await export(model, format)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output == "m: the whole model of models/\(model).mod, to be minimised.\n")
    let text = try place.text("m")
    #expect(text.hasPrefix(beginning))
    #expect(text.hasSuffix(end))
    #expect(text.contains("\(model) of tutorial"))
    _ = try await export(model, format)
    #expect(try place.text("m") == text)
    #expect(try place.names() == ["m", "tutorial"])
  }

  @Test(arguments: ["pairing", "visits"])
  func `the data of a model come with the line that solves it`(model: String) async throws {
    let outcome = try await export(model, "mathprog")
    #expect(outcome.status == 0)
    #expect(
      outcome.output
        == "m: the data of models/\(model).mod. Solve it with\n  glpsol -m models/\(model).mod -d m\n")
    let text = try place.text("m")
    #expect(text.hasPrefix("data;\n\n# \(model) of tutorial: data of models/\(model).mod\n"))
    #expect(text.hasSuffix("\nend;\n"))
  }

  @Test func `- is standard output, and --quiet says nothing`() async throws {
    let quiet = try await export("visits", "lp", "--quiet")
    #expect(quiet.output + quiet.errors == "")
    let printed = try await place.counterpart(
      "export", "tutorial", "--model", "visits", "--format", "lp", "--out", "-")
    #expect(printed.status == 0)
    #expect(printed.output == (try place.text("m")))
    #expect(try place.names() == ["m", "tutorial"])
  }

  @Test func `the visits are those of the pairs given`() async throws {
    try place.write("team_a,team_b\nILK,GLO\n", as: "pairs.csv")
    let outcome = try await export("visits", "mathprog", "--pairs", "pairs.csv")
    #expect(outcome.status == 0)
    let text = try place.text("m")
    #expect(
      text.contains(
        "\n 'GLO--ILK' 'GLO+ILK' 'GLO' 'ILK'\n 'ILK--GLO' 'GLO+ILK' 'ILK' 'GLO'\n;\n"))
    #expect(text.contains("\nset VISITING :=\n ('GLO--ILK','ILK')\n ('ILK--GLO','GLO')\n;\n"))
    #expect(!text.contains("HEB"))
  }

  @Test func `the smallest score of worst_first is in the pairing model`() async throws {
    _ = try await export("pairing", "mathprog")
    #expect(!(try place.text("m")).contains("least_score"))
    try place.edit("tutorial/programme.yaml", "pairing:", "pairing:\n  fairness: worst_first")
    _ = try await export("pairing", "mathprog")
    #expect((try place.text("m")).contains("\nparam least_score := "))
  }

  @Test func `a pairs file that is refused leaves an earlier file as it was`() async throws {
    try place.write("earlier", as: "m")
    try place.write("team_a,team_b\nGLO,XYZ\n", as: "pairs.csv")
    let outcome = try await export("visits", "lp", "--pairs", "pairs.csv")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("pairs.csv:2:5: error: "))
    #expect(try place.text("m") == "earlier")
  }
}
