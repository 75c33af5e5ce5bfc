import Foundation
import Testing

@Suite("Orders")
struct OrderTests {
  @Test func `a cancelled visit stays in the calendars as cancelled and is not planned again`() async throws {
    let root = try await Root.withRelease()
    try root.drop("job: cancel_visit\nvisits: [GLO--HEB]\nreason: asked for\n", as: "cancel.job")
    #expect(try await root.serve().status == 0)
    let visits = try root.visits()
    #expect(visits["GLO--HEB"]?.status == "CANCELLED")
    #expect(visits["GLO--HEB"]?.sequence == 1)
    // Nobody is asked to find a date for it, and it costs nothing more.
    let newest = "results/tut/\(root.names("results/tut").last ?? "")"
    #expect(
      try root.text("\(newest)/changes.txt").contains("The visit of Hebden Bridge to Glossop on Thu 28 Jan"))
    #expect(try root.text("\(newest)/changes.txt").contains("is cancelled.\n"))
    #expect(try root.text("\(newest)/job.txt").contains("3 of 3 visits with a date"))
    #expect(try !root.text("\(newest)/actions.csv").contains("GLO--HEB"))
    #expect(try !root.text("\(newest)/report.txt").contains("Standing breach"))
    #expect(visits.values.filter { $0.status == "TENTATIVE" }.count == 3)
    let person = try root.text("published/tut/current/feeds/person-GLO-lead.ics")
    #expect(person.contains("STATUS:CANCELLED"))
    try root.drop("job: plan\n", as: "plan.job")
    try await root.serve()
    #expect(try root.visits()["GLO--HEB"]?.status == "CANCELLED")
    #expect(root.names("published/tut/releases") == ["1", "2"])
    try root.drop("job: unpin\nvisits: GLO--HEB\n", as: "back.job")
    try await root.serve()
    let back = try root.visits()
    #expect(back["GLO--HEB"]?.status == "TENTATIVE")
    #expect(back["GLO--HEB"]?.sequence == 2)
  }

  @Test func `a confirmed visit stays, though its day has become impossible`() async throws {
    let root = try await Root.withRelease()
    try root.drop("job: confirm\nvisits: [PEN--ILK]\n", as: "confirm.job")
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try await root.serve()
    let visit = try root.visits()["PEN--ILK"]
    #expect(visit?.status == "CONFIRMED")
    #expect(visit?.start.hasPrefix("20270120") == true)
    #expect(visit?.sequence == 0)
  }

  @Test func `a pin keeps a visit where it is, and taking it away lets it go`() async throws {
    let root = try await Root.withRelease()
    try root.drop("job: pin\nvisits: [PEN--ILK]\nreason: the room is paid for\n", as: "pin.job")
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try await root.serve()
    #expect(try root.visits()["PEN--ILK"]?.start.hasPrefix("20270120") == true)
    try root.drop("job: unpin\nvisits: [PEN--ILK]\n", as: "unpin.job")
    try await root.serve()
    #expect(try root.visits()["PEN--ILK"]?.start.hasPrefix("20270120") == false)
  }

  @Test func `an order about a visit that nobody knows fails and says which there are`() async throws {
    let root = try await Root.withRelease()
    try root.drop("job: pin\nvisits: [GLO--PEN]\n", as: "pin.job")
    try await root.serve()
    let results = root.names("results/tut")
    let why = try root.text("results/tut/\(results[results.count - 1])/why.txt")
    #expect(why.contains("the schedule has no visit GLO--PEN"))
    #expect(why.contains("its visits are GLO--HEB, HEB--GLO, ILK--PEN, PEN--ILK"))
  }

  @Test func `what a job has released is written as firm as it is released`() async throws {
    let root = try await Root.withRelease()
    let table = try root.text("results/tut/\(root.names("results/tut").last ?? "")/visits.csv")
    let rows = table.split(separator: "\n").dropFirst()
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.contains(",tentative,") && !$0.contains("draft") })
  }

  @Test func `a team that takes part no more, and a pair that is forbidden, keep no published visit`()
    async throws
  {
    let root = try await Root.withRelease()
    try root.drop("team_a,team_b,rule,reason\nGLO,HEB,forbid,conflict of interest\n", as: "pair_rules.csv")
    try await root.serve()
    let forbidden = try root.visits()
    #expect(forbidden["GLO--HEB"]?.status == "CANCELLED" && forbidden["HEB--GLO"]?.status == "CANCELLED")
    #expect(forbidden["PEN--ILK"]?.status == "TENTATIVE" && forbidden["PEN--ILK"]?.sequence == 0)
    let teams = try root.text("accepted/tut/teams.csv").split(separator: "\n")
    let own = try #require(teams.first { $0.hasPrefix("ILK,") })
    try root.drop("\(teams[0])\n\(own.replacing(/,yes\r?$/, with: ",no"))\n", as: "withdrawn.csv")
    try await root.serve()
    let left = try root.visits()
    #expect(left["PEN--ILK"]?.status == "CANCELLED" && left["ILK--PEN"]?.status == "CANCELLED")
  }

  @Test func `a rollback brings an earlier release back as a new one`() async throws {
    let root = try await Root.withRelease()
    let first = try root.visits()
    try root.drop("job: cancel_visit\nvisits: [GLO--HEB]\n", as: "cancel.job")
    try await root.serve()
    try root.drop("job: unpin\nvisits: GLO--HEB\n", as: "back.job")
    try root.drop("job: rollback\nrelease: 1\n", as: "rollback.job")
    try await root.serve()
    #expect(root.names("published/tut/releases") == ["1", "2", "3"])
    let third = try root.visits()
    #expect(third.mapValues(\.start) == first.mapValues(\.start))
    #expect(third["GLO--HEB"]?.sequence == 2)
    #expect(third["PEN--ILK"]?.sequence == 0)
  }

  @Test func `a question is answered beside the schedule, which stays as it is`() async throws {
    let root = try await Root.withRelease()
    let before = root.published()
    try root.drop(
      "job: what_if\nchanges:\n  - {id: PEN--ILK, change: not_on, value: 2027-01-20}\n", as: "ask.job")
    try await root.serve()
    #expect(root.published() == before)
    let results = root.names("results/tut")
    let text = try root.text("results/tut/\(results[results.count - 1])/comparison.txt")
    #expect(text.contains("Penistone hosts Ilkley"))
    #expect(text.contains("Nothing that is published has changed."))
  }

  @Test func `replies are recorded, and a decline is offered the question`() async throws {
    let root = try await Root.withRelease()
    try root.drop(
      "visit_id,team_id,reply,note\nPEN--ILK,ILK,decline,theatre day\nGLO--HEB,GLO,accept,\n",
      as: "replies.csv")
    try await root.serve()
    let receipt = try? root.text("accepted/tut/replies.csv.receipt.txt")
    let why = try? root.text("rejected/tut/replies.csv.why.txt")
    #expect(receipt?.contains("ILK declines PEN--ILK") == true, "\(why ?? "")")
    #expect(receipt?.contains("job: what_if") == true)
    #expect(receipt?.contains("{id: PEN--ILK, change: not_on, value: 2027-01-20}") == true)
    let status = try await root.counterpart(["status", root.url.path]).output
    #expect(status.contains("replies: 1 accepted, 1 declined"))
    try root.drop(
      "visit_id,team_id,reply,note\nXXX--YYY,GLO,accept,\nGLO--HEB,PEN,accept,\n", as: "replies.csv")
    try await root.serve()
    let names = root.names("accepted/tut").filter { $0.hasPrefix("replies") && $0.hasSuffix(".receipt.txt") }
    let texts = try names.map { try root.text("accepted/tut/\($0)") }.joined()
    #expect(texts.contains("XXX--YYY is no visit of what is published"))
    #expect(texts.contains("PEN has no part in the visit GLO--HEB"))
  }

  @Test func `the line of a what_if says what is given up besides what moves`() async throws {
    let root = try await Root.withRelease()
    try root.drop("job: what_if\nchanges:\n  - {id: PEN--ILK, change: cancel}\n", as: "ask.job")
    try await root.serve()
    let jobs = try await root.counterpart(["jobs", root.url.path]).output
    #expect(
      jobs.contains("0 visits would move, 1 would be given up; comparison.txt says which and why"), "\(jobs)")
  }
}
