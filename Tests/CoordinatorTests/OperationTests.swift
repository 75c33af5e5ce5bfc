import Coordinator
import Domain
import Fixtures
import Foundation
import Testing

@Suite("Operating the daemon")
struct OperationTests {
  @Test func `told to end it ends with 0, and what it was doing is done by the next`() async throws {
    let root = try Root()
    try root.dropTutorial()
    let daemon = try Running(root)
    #expect(try await Running.wait { !root.names("accepted/tut").isEmpty })
    #expect(daemon.end(by: 15) == 0)
    try await root.serve()
    #expect(root.names("incoming/tut") == ["new", "tmp"])
    #expect(try root.visits().count == 4)
    let status = try await root.counterpart(["status", root.url.path, "--check"])
    #expect(status.output.contains("The ledger is sound."))
  }

  @Test func `a file that is submitted is taken by the running daemon`() async throws {
    let root = try Root()
    let daemon = try Running(root)
    #expect(try await Running.wait { FileManager.default.fileExists(atPath: root.path("incoming")) })
    let teams = TutorialFolder.url.appendingPathComponent("teams.csv").path
    let outcome = try await root.counterpart(["submit", root.url.path, "tut", teams])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try await Running.wait { root.names("accepted/tut").contains("teams.csv.receipt.txt") })
    #expect(daemon.end(by: 2) == 0)
  }

  @Test func `what was never handed over whole is removed after two days`() async throws {
    let root = try Root()
    try root.dropTutorial()
    try await root.serve()
    let programme = try #require(ProgrammeID("tut"))
    for name in ["teams.csv", "people.csv"] {
      // Whoever writes it is stopped here.
      let draft = try Handover(root: root.url.path, programme: programme).begin(name)
      try draft.append(Array("id".utf8))
    }
    let drafts = root.names("incoming/tut/tmp").sorted()
    try #require(drafts.count == 2)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -2 * 86_400)],
      ofItemAtPath: root.path("incoming/tut/tmp/\(drafts[1])"))
    try await root.serve()
    #expect(root.names("incoming/tut/tmp") == [drafts[0]])
  }

  @Test func `a waiting job is called off, also while the daemon works`() async throws {
    let root = try Root()
    try root.dropTutorial()
    let daemon = try Running(root, "--quiet-seconds", "3600")
    #expect(try await Running.wait { root.names("accepted/tut").contains("travel.csv.receipt.txt") })
    let jobs = try await root.counterpart(["jobs", root.url.path]).output
    let last = try #require(jobs.split(separator: "\n").last?.split(separator: " ").dropFirst().first)
    let told = try await root.counterpart(["cancel", root.url.path, String(last)])
    #expect(told.output.contains("the daemon is told"))
    #expect(daemon.end(by: 15) == 0)
    let again = try await root.counterpart(["serve", "--root", root.url.path, "--once", "--settle", "0"])
    #expect(again.status == 0)
    let log = try await root.counterpart(["log", root.url.path, String(last)])
    #expect(log.output.contains("cancelled") || log.output.contains("superseded"))
  }

  @Test func `a backup brings back the ledger of its moment, and later releases are set aside`() async throws
  {
    let root = try await Root.withRelease()
    let file = root.path("ledger.backup")
    #expect(try await root.counterpart(["backup", root.url.path, file]).status == 0)
    try root.drop("job: cancel_visit\nvisits: [GLO--HEB]\n", as: "cancel.job")
    try await root.serve()
    #expect(root.names("published/tut/releases") == ["1", "2"])
    let restored = try await root.counterpart(["restore", root.url.path, file])
    #expect(restored.status == 0, "\(restored.errors)")
    try await root.serve()
    #expect(root.names("published/tut/releases") == ["1"])
    #expect(try root.visits()["GLO--HEB"]?.status == "TENTATIVE")
    #expect(root.names("state/set-aside").count == 1)
  }

  @Test func `a folder in the place of a release is set aside and published never`() async throws {
    let root = try Root()
    try root.dropTutorial()
    let foreign = root.path("published/tut/releases/1")
    try FileManager.default.createDirectory(atPath: foreign + "/feeds", withIntermediateDirectories: true)
    for name in ["complete", "feeds/programme.ics"] {
      try Data("foreign".utf8).write(to: URL(fileURLWithPath: "\(foreign)/\(name)"))
    }
    let outcome = try await root.serve()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try root.visits().count == 4)
    #expect(root.names("state/set-aside").count == 1)
    let status = try await root.counterpart(["status", root.url.path, "--check"])
    #expect(status.output.contains("release 1,"))
  }

  @Test func `jobs of a programme that nobody knows are not those of all`() async throws {
    let root = try await Root.withRelease()
    let all = try await root.counterpart(["jobs", root.url.path])
    let own = try await root.counterpart(["jobs", root.url.path, "--programme", "tut"])
    #expect(own.status == 0 && own.output == all.output && !all.output.isEmpty)
    for id in ["other", "no id"] {
      let outcome = try await root.counterpart(["jobs", root.url.path, "--programme", id])
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errors == "error: the daemon knows no programme '\(id)'; it knows tut\n")
      let feeds = try await root.counterpart(["feeds", root.url.path, id])
      #expect(feeds.status == 1 && feeds.output == "" && feeds.errors == outcome.errors)
    }
  }

  @Test func `a job that has ended is not called off, and that is said at once`() async throws {
    let root = try await Root.withRelease()
    let ended =
      "error: job J000001 is superseded and cannot be called off any more; only a job that is queued, running or held "
    let still = try await root.counterpart(["cancel", root.url.path, "J000001"])
    #expect(still.status == 1)
    #expect(still.output == "")
    #expect(still.errors == ended + "can\n")
    let daemon = try Running(root, "--quiet-seconds", "3600")
    try root.drop("date_from\n2027-06-01\n", as: "closed.csv")
    #expect(try await Running.wait { root.names("accepted/tut").contains("closed.csv.receipt.txt") })
    let working = try await root.counterpart(["cancel", root.url.path, "J000001"])
    #expect(working.status == 1)
    #expect(working.output == "")
    #expect(working.errors == ended + "can\n")
    #expect(daemon.end(by: 15) == 0)
  }
}
