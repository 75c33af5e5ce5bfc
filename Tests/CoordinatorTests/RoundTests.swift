import Foundation
import Testing

/// What comes after a release.
@Suite("The next round")
struct RoundTests {
  @Test func `new data that leave the plan as it is make no release and change no byte`() async throws {
    let root = try await Root.withRelease()
    let before = root.published()
    let plans = try await plans(of: root)
    try root.drop("person_id,date,status\nPEN-nurse,2027-03-01,unavailable\n", as: "leave.csv")
    #expect(try await root.serve().status == 0)
    #expect(root.published() == before)
    let after = try await self.plans(of: root)
    #expect(after.count == plans.count + 1)
    #expect(after.contains { $0.contains("nothing that is published changes") })
  }

  /// A line for each job that plans.
  private func plans(of root: Root) async throws -> [String] {
    try await root.counterpart(["jobs", root.url.path]).output.split(separator: "\n").map(String.init)
      .filter { $0.contains(" plan ") }
  }

  @Test func `inside the freeze a visit stays on a day that has become impossible, and that is said`()
    async throws
  {
    let root = try await Root.withRelease()
    let before = try root.visits()
    let settings = try #require(Root.tutorialFiles(policy: "automatic").first { $0.name == "programme.yaml" })
    // From 23 November, 20 January is 58 days away and 28 January 66.
    try root.drop(settings.text.replacing("freeze_days: 14", with: "freeze_days: 60"), as: "programme.yaml")
    try root.drop(
      "person_id,date,status\nPEN-nurse,2027-01-20,unavailable\nGLO-nurse,2027-01-28,unavailable\n",
      as: "leave.csv")
    #expect(try await root.serve().status == 0)
    let after = try root.visits()
    #expect(after["PEN--ILK"]?.start == before["PEN--ILK"]?.start)
    #expect(after["PEN--ILK"]?.sequence == 0)
    #expect(before["GLO--HEB"]?.start.hasPrefix("20270128") == true)
    #expect(after["GLO--HEB"]?.start != before["GLO--HEB"]?.start)
    #expect(after["GLO--HEB"]?.sequence == 1)
    let results = root.names("results/tut")
    let report = try root.text("results/tut/\(results[results.count - 1])/report.txt")
    #expect(report.contains("PEN--ILK"), "\(report)")
  }
}
