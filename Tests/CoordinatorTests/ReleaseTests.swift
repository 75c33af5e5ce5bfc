import Domain
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Coordinator

@Suite("From dropped files to releases")
struct ReleaseTests {
  @Test func `files dropped one by one become the first release once nothing is missing`() async throws {
    let root = try Root()
    let files = try Root.tutorialFiles(policy: "automatic")
    for file in files {
      try root.drop(file.text, as: file.name)
      let outcome = try await root.serve()
      #expect(outcome.status == 0, "\(file.name): \(outcome.errors)")
    }
    #expect(root.names("incoming/tut") == ["new", "tmp"])
    #expect(root.names("rejected/tut").isEmpty)
    for file in files { #expect(root.names("accepted/tut").contains("\(file.name).receipt.txt")) }
    let first = try root.text("accepted/tut/availability.csv.receipt.txt")
    #expect(first.contains("programme.yaml has not come yet"))
    let feeds = root.names("published/tut/current/feeds")
    #expect(
      feeds.contains("programme.ics") && feeds.contains("team-GLO.ics")
        && feeds.count == TutorialFolder.calendars)
    let visits = try root.visits()
    #expect(visits.keys.sorted() == ["GLO--HEB", "HEB--GLO", "ILK--PEN", "PEN--ILK"])
    #expect(visits.values.allSatisfy { $0.sequence == 0 && $0.status == "TENTATIVE" })
    let changes = try root.text("published/tut/releases/1/changes.txt")
    #expect(changes.contains("Your visit to Hebden Bridge is on"))
  }

  @Test func `the same files again are duplicates and change not one published byte`() async throws {
    let root = try await Root.withRelease()
    let before = root.published()
    let jobs = try await root.counterpart(["jobs", root.url.path]).output
    try root.dropTutorial()
    try root.drop(try Root.tutorialFiles(policy: "automatic")[0].text, as: "renamed.csv")
    #expect(try await root.serve().status == 0)
    #expect(root.published() == before)
    #expect(try await root.counterpart(["jobs", root.url.path]).output == jobs)
    let receipt = try root.text("accepted/tut/teams (2).csv.receipt.txt")
    #expect(receipt.contains("teams.csv is a duplicate of teams.csv, taken on"))
    let renamed = try root.text("accepted/tut/renamed.csv.receipt.txt")
    #expect(renamed.contains("renamed.csv is a duplicate of availability.csv"))
  }

  @Test func `an absence moves the one visit that it makes impossible, and says why`() async throws {
    let root = try await Root.withRelease()
    let before = try root.visits()
    let feedsBefore = root.published()
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    #expect(try await root.serve().status == 0)
    let after = try root.visits()
    let moved = before.keys.filter { before[$0]?.start != after[$0]?.start }
    #expect(moved == ["PEN--ILK"])
    for (id, visit) in after { #expect(visit.sequence == (id == "PEN--ILK" ? 1 : 0)) }
    let changes = try root.text("published/tut/current/changes.txt")
    #expect(changes.contains("release 2"))
    #expect(changes.contains("Your visit to Penistone moves from Wed 20 Jan 2027"))
    #expect(changes.contains("because on Wed 20 Jan 2027"))
    // Who is away is no business of the other team's.
    let lines = changes.split(separator: "\n")
    let own = lines.filter { $0.hasPrefix("- Your visit") || $0.contains(" to you ") }
    #expect(own.count == 2 && own.allSatisfy { !$0.contains("because") })
    // A calendar that none of it concerns says of which plan it is, and is else the same, stamps and all.
    func glossop(_ release: Int) -> String {
      let name = "tut/releases/\(release)/feeds/team-GLO.ics"
      let bytes = (release == 1 ? feedsBefore : root.published())[name] ?? Data()
      return String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    }
    #expect(glossop(1).contains("Plan 1\\, issued ") && glossop(2).contains("Plan 2\\, issued "))
    #expect(glossop(1).replacing("Plan 1", with: "Plan 2") == glossop(2))
    let mailed = root.names("results/tut").flatMap { root.names("results/tut/\($0)/to-mail") }
    #expect(mailed.filter { $0 == "PEN--ILK.ics" }.count == 2)
  }

  @Test func `a plan that changes nothing makes no release`() async throws {
    let root = try await Root.withRelease()
    let before = root.published()
    try root.drop("job: plan\n", as: "again.job")
    try await root.serve()
    #expect(root.published() == before)
    let jobs = try await root.counterpart(["jobs", root.url.path]).output
    #expect(jobs.contains("nothing that is published changes"))
  }

  @Test func `what would only be better waits for an order to publish`() async throws {
    let root = try Root()
    for file in try Root.tutorialFiles(policy: "automatic") {
      try root.drop(
        file.name == "programme.yaml" ? file.text + "costs: {move_published: 0}\n" : file.text, as: file.name)
    }
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try await root.serve()
    let first = try root.visits()
    try root.drop(
      "person_id,date,status,_remove\nPEN-nurse,2027-01-20,unavailable,yes\n", as: "leave.csv")
    try await root.serve()
    #expect(root.names("published/tut/releases") == ["1"])
    try root.drop("job: publish\n", as: "go.job")
    try await root.serve()
    #expect(root.names("published/tut/releases") == ["1", "2"])
    let second = try root.visits()
    #expect(first["PEN--ILK"]?.start.hasPrefix("20270120") == false)
    #expect(second["PEN--ILK"]?.start.hasPrefix("20270120") == true)
  }

  @Test func `under review a plan waits for the order to publish it`() async throws {
    let root = try Root()
    try root.dropTutorial(policy: "review")
    try await root.serve()
    #expect(root.names("published/tut/releases").isEmpty)
    let status = try await root.counterpart(["status", root.url.path]).output
    #expect(status.contains("a plan waits for an order 'job: publish'"))
    try root.drop("job: publish\n", as: "go.job")
    try await root.serve()
    #expect(root.names("published/tut/releases") == ["1"])
    #expect(try root.visits().count == 4)
    try root.drop("job: publish\nreason: once more\n", as: "go2.job")
    try await root.serve()
    let jobs = try await root.counterpart(["jobs", root.url.path]).output
    #expect(jobs.contains("failed: no plan waits to be published"))
  }

  @Test func `a zip file of the folder does what its files do`() async throws {
    let root = try Root()
    try root.dropTutorial()
    let folder = root.path("incoming/tut")
    try FileManager.default.createDirectory(atPath: root.path("zip"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: folder, toPath: root.path("zip/tutorial"))
    try "notes".write(toFile: root.path("zip/tutorial/README.md"), atomically: true, encoding: .utf8)
    try root.drop("", as: "x.tmp")
    try Zip.folder(root.path("zip/tutorial"), to: folder + "/tutorial.zip")
    #expect(try await root.serve().status == 0)
    let receipt = try root.text("accepted/tut/tutorial.zip.receipt.txt")
    #expect(receipt.contains("12 files in it"))
    #expect(receipt.contains("Left aside, since they are no tables: README.md"))
    // What was left aside might be anybody's calendar: the ledger has rows and digest alone.
    let zip = try Data(contentsOf: root.url.appendingPathComponent("accepted/tut/tutorial.zip"))
    let digest = contentHash(Array(zip))
    #expect(try root.ledger().acceptedInput(of: #require(ProgrammeID("tut")), digest: digest) != nil)
    #expect(try root.ledger().contents(of: digest) == nil)
    #expect(try root.visits().count == 4)
  }
}
