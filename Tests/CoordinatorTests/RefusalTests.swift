import Coordinator
import Foundation
import Logging
import Testing

@Suite("What is refused")
struct RefusalTests {
  @Test func `a bad row sends the file back with row, column and what to do`() async throws {
    let root = try Root()
    try root.drop("person_id,date,status\nGLO-lead,2027-02-30,unavailable\n", as: "leave.csv")
    try await root.serve()
    #expect(root.names("rejected/tut") == ["leave.csv", "leave.csv.why.txt"])
    #expect(
      try root.text("rejected/tut/leave.csv") == "person_id,date,status\nGLO-lead,2027-02-30,unavailable\n")
    let why = try root.text("rejected/tut/leave.csv.why.txt")
    #expect(why.contains("leave.csv:2:10"))
    #expect(why.contains("Correct the file and drop it again."))
  }

  @Test func `a link and a folder are refused, system files are left alone`() async throws {
    let root = try Root()
    try root.drop("x", as: "Thumbs.db")
    try root.drop("x", as: "~$teams.xlsx")
    let folder = root.path("incoming/tut")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/passwd.csv", withDestinationPath: "/etc/passwd")
    try FileManager.default.createDirectory(atPath: folder + "/more", withIntermediateDirectories: false)
    #expect(try await root.serve().status == 0)
    #expect(root.names("incoming/tut") == ["Thumbs.db", "new", "tmp", "~$teams.xlsx"])
    #expect(try root.text("rejected/tut/passwd.csv.why.txt").contains("links are not followed"))
    #expect(try root.text("rejected/tut/more.why.txt").contains("as a .zip file"))
  }

  @Test func `a file that ends its reader three times is refused and its log is kept`() async throws {
    let root = try Root()
    try root.drop("person_id,date,status\n", as: "poison.csv")
    var settings = DaemonSettings(root: root.url.path, executable: "/bin/false")
    settings.settleSeconds = 0
    settings.isOnce = true
    var log = Logger(label: "test")
    log.logLevel = .critical
    try await Daemon(settings, log: log).run()
    let why = try root.text("rejected/tut/poison.csv.why.txt")
    #expect(why.contains("The file made the reader fail 3 times; its log is in"))
    #expect(root.names("state/logs").count == 1)
  }

  @Test func `a second daemon on one root is refused, and says which process has it`() async throws {
    let root = try Root()
    let first = try Running(root)
    #expect(try await first.isWorking(in: root))
    let second = try await root.serve()
    #expect(second.status == 1)
    #expect(second.errors.contains("is in use by process"))
    #expect(first.end(by: 15) == 0)
  }
}
