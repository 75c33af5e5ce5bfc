import Foundation
import Ledger
import Testing

@testable import Coordinator

/// Orders that come after days have gone, or after people have said something else.
@Suite("Orders that come late", .timeLimit(.minutes(5)))
struct LaterTests {
  private let root: Root
  private let clock = TestClock()

  init() throws { root = try Root() }

  private func serve(on day: String) async throws {
    let noon = try #require(ISO8601DateFormatter().date(from: "\(day)T12:00:00Z"))
    clock.set(Timestamp(milliseconds: Int64(noon.timeIntervalSince1970 * 1000)))
    _ = try await root.daemon(clock: clock.clock).run()
  }

  /// Drops the tutorial, whose day is that of the clock.
  private func dropTutorial(policy: String) throws {
    for file in try Root.tutorialFiles(policy: policy) {
      try root.drop(file.text.replacing("today: 2026-11-23", with: ""), as: file.name)
    }
  }

  private func failures() -> String {
    root.names("results/tut").compactMap { try? root.text("results/tut/\($0)/why.txt") }.joined()
  }

  @Test func `a plan is not published over what was confirmed since`() async throws {
    try root.dropTutorial(policy: "review")
    try await root.serve()
    try root.drop("job: publish\n", as: "go.job")
    try await root.serve()
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try await root.serve()
    try root.drop("job: confirm\nvisits: [PEN--ILK]\n", as: "confirm.job")
    try root.drop("job: publish\nreason: again\n", as: "go2.job")
    try await root.serve()
    #expect(try root.visits()["PEN--ILK"]?.start.hasPrefix("20270120") == true)
    #expect(failures().contains("PEN--ILK is confirmed, on Wed 20 Jan 2027, led by "))
    // The plan that follows the order knows of it.
    try root.drop("job: publish\nreason: once more\n", as: "go3.job")
    try await root.serve()
    let visit = try root.visits()["PEN--ILK"]
    #expect(visit?.start.hasPrefix("20270120") == true && visit?.status == "CONFIRMED")
  }

  @Test func `a plan is not published with visits on days that have gone`() async throws {
    try dropTutorial(policy: "review")
    try await serve(on: "2026-11-23")
    try root.drop("job: publish\n", as: "go.job")
    try await serve(on: "2027-01-22")
    #expect(root.names("published/tut/releases").isEmpty)
    #expect(failures().contains("PEN--ILK would be on Wed 20 Jan 2027, which has gone"))
  }

  @Test func `a cancellation is taken back after the day of the visit, which gets another`() async throws {
    try dropTutorial(policy: "automatic")
    try await serve(on: "2026-11-23")
    #expect(try root.visits()["PEN--ILK"]?.start.hasPrefix("20270120") == true)
    try root.drop("job: cancel_visit\nvisits: [PEN--ILK]\n", as: "cancel.job")
    try await serve(on: "2027-01-18")
    #expect(try root.visits()["PEN--ILK"]?.status == "CANCELLED")
    try root.drop("job: unpin\nvisits: [PEN--ILK]\n", as: "unpin.job")
    try await serve(on: "2027-01-25")
    let visit = try #require(try root.visits()["PEN--ILK"])
    #expect(visit.status == "TENTATIVE" && visit.sequence == 2)
    #expect(visit.start > "20270126", "\(visit.start)")
  }

  @Test func `a cancellation is taken back when the calendars have forgotten it`() async throws {
    try dropTutorial(policy: "automatic")
    try await serve(on: "2026-11-23")
    try root.drop("job: cancel_visit\nvisits: [GLO--HEB]\n", as: "cancel.job")
    try await serve(on: "2026-11-24")
    try root.drop("job: cancel_visit\nvisits: [ILK--PEN]\n", as: "cancel2.job")
    try await serve(on: "2027-01-25")
    #expect(try root.visits()["GLO--HEB"] == nil)
    try root.drop("job: unpin\nvisits: [GLO--HEB]\n", as: "unpin.job")
    try await serve(on: "2027-01-26")
    #expect(failures() == "")
    #expect(try root.visits()["GLO--HEB"]?.status == "TENTATIVE")
  }

  @Test func `a rollback does not take back what was cancelled, nor what is over`() async throws {
    try dropTutorial(policy: "automatic")
    try await serve(on: "2026-11-23")
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try root.drop("job: cancel_visit\nvisits: [GLO--HEB]\n", as: "cancel.job")
    try await serve(on: "2026-11-24")
    let before = root.published()
    try root.drop("person_id,date,status,_remove\nPEN-nurse,2027-01-20,unavailable,yes\n", as: "back.csv")
    try root.drop("job: rollback\nrelease: 1\n", as: "rollback.job")
    try await serve(on: "2027-01-25")
    let why = failures()
    #expect(why.contains("GLO--HEB is cancelled by order; an order 'job: unpin' takes that back\n"), "\(why)")
    #expect(why.contains("PEN--ILK would be on Wed 20 Jan 2027, which has gone"), "\(why)")
    #expect(root.published() == before)
  }

  @Test func `a rollback does not bring back who is away, though the visit is confirmed`() async throws {
    try root.dropTutorial()
    try await root.serve()
    let leader = try #require(
      try root.text("accepted/tut/facilitators.csv").split(separator: "\n").dropFirst().first?
        .split(separator: ",").first)
    try root.drop(
      try root.text("accepted/tut/facilitators.csv").split(separator: "\n").map { line in
        line.hasPrefix("\(leader),")
          ? line + "\n" + line.replacing("\(leader),", with: "\(leader)2,") : String(line)
      }.joined(separator: "\n") + "\n", as: "more.csv")
    try root.drop("person_id,date,status\n\(leader),2027-01-20,unavailable\n", as: "leave.csv")
    try await root.serve()
    try #require(try root.visits()["PEN--ILK"]?.start.hasPrefix("20270120") == true)
    try #require(root.names("published/tut/releases") == ["1", "2"])
    try root.drop("job: confirm\nvisits: [PEN--ILK]\n", as: "confirm.job")
    try await root.serve()
    let before = root.published()
    try root.drop("job: rollback\nrelease: 1\n", as: "rollback.job")
    try await root.serve()
    #expect(
      failures().contains("PEN--ILK is confirmed, on Wed 20 Jan 2027, led by \(leader)2"), "\(failures())")
    #expect(root.published() == before)
  }

  @Test func `what was cancelled by mistake after its day is told as held`() async throws {
    try dropTutorial(policy: "automatic")
    try await serve(on: "2026-11-23")
    try root.drop("job: cancel_visit\nvisits: [PEN--ILK]\n", as: "cancel.job")
    try await serve(on: "2027-01-25")
    #expect(try root.visits()["PEN--ILK"]?.status == "CANCELLED")
    try root.drop("job: held\nvisits: [PEN--ILK]\n", as: "held.job")
    try await serve(on: "2027-01-26")
    #expect(failures() == "")
    let visit = try #require(try root.visits()["PEN--ILK"])
    #expect(visit.status == "CONFIRMED" && visit.start.hasPrefix("20270120"), "\(visit)")
  }

  @Test func `a rollback leaves pins where visits stay`() async throws {
    try root.dropTutorial()
    try await root.serve()
    try root.drop("job: pin\nvisits: [PEN--ILK]\n", as: "pin.job")
    try root.drop("job: cancel_visit\nvisits: [GLO--HEB]\n", as: "cancel.job")
    try await root.serve()
    try root.drop("job: unpin\nvisits: [GLO--HEB]\n", as: "back.job")
    try root.drop("job: rollback\nrelease: 1\n", as: "rollback.job")
    try await root.serve()
    #expect(failures() == "")
    #expect(try root.visits()["GLO--HEB"]?.status == "TENTATIVE")
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try await root.serve()
    #expect(try root.visits()["PEN--ILK"]?.start.hasPrefix("20270120") == true)
  }
}
