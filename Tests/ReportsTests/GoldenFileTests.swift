import Domain
import Reports
import Testing

/// Whole files, byte by byte.
struct GoldenFileTests {
  @Test(
    "A file of the plan is these bytes",
    arguments: [
      "agenda.csv", "attendance.csv", "pairs.csv", "plan.json", "report.txt", "unscheduled.csv", "visits.csv",
    ])
  func file(name: String) throws {
    let files = PlanFiles(programme: SampleProgramme().programme, plan: SamplePlan().plan).files
    try Golden.expect(try #require(files.first { $0.name == name }).bytes, matches: name)
  }

  @Test(arguments: ["actions.csv", "chase.csv", "packs/RM3--RXR.html", "report.html"])
  func `a file for people is these bytes`(name: String) throws {
    let files = PlanFiles(programme: SampleProgramme().complete, plan: SamplePlan().plan).files
    let file = try #require(files.first { $0.name == name })
    try Golden.expect(file.bytes, matches: name.split(separator: "/").last.map(String.init) ?? name)
  }

  @Test("The summary is this text")
  func summary() throws {
    let summary = PlanSummary(programme: SampleProgramme().programme, plan: SamplePlan().plan)
    try Golden.expect(Array(summary.text.utf8), matches: "summary.txt")
  }

  @Test("The files are sorted by name, and the same each time")
  func determinism() {
    let sample = SampleProgramme().programme
    let files = PlanFiles(programme: sample, plan: SamplePlan().plan).files
    #expect(
      files.map(\.name) == [
        "actions.csv", "agenda.csv", "attendance.csv", "chase.csv", "packs/RH8--RWA.html",
        "packs/RM3--RXR.html", "packs/RXR--RM3.html", "pairs.csv", "plan.json", "report.html", "report.txt",
        "unscheduled.csv", "visits.csv",
      ])
    #expect(files == PlanFiles(programme: sample, plan: SamplePlan().plan).files)
  }
}
