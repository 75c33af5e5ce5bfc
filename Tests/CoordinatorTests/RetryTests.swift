import Foundation
import Ledger
import Testing

@testable import Coordinator

@Suite("Failing and trying again", .timeLimit(.minutes(2)))
struct RetryTests {
  @Test func `a job whose worker fails is tried after 30, 60 and 120 seconds, then held with its log`()
    async throws
  {
    let root = try await Root.withRelease()
    try root.drop("job: plan\n", as: "plan.job")
    let worker = try root.worker(beforePlans: "echo x >>tries; echo the disk of the node is full >&2; exit 7")
    let clock = TestClock()
    var pauses: [Int64] = []
    for _ in 1...10 {
      let rest = try await root.daemon(executable: worker, clock: clock.clock).run()
      guard let until = rest.until else { break }
      pauses.append((until.milliseconds - clock.now.milliseconds) / 1000)
      // A second too early nothing is tried.
      clock.set(until.adding(seconds: -1))
      let early = try await root.daemon(executable: worker, clock: clock.clock).run()
      #expect(early.until == until)
      clock.set(until)
    }
    #expect(pauses == [30, 60, 120])
    #expect(try root.text("tries") == "x\nx\nx\nx\n")
    let ledger = try root.ledger()
    let job = try #require(try ledger.jobs(in: [.held]).first)
    #expect(job.kind == .plan)
    let log = try await root.counterpart(["log", root.url.path, "\(job.id)"]).output
    #expect(log.contains("exit status 7") && log.contains("the disk of the node is full"), "\(log)")
    #expect(root.names("published/tut/releases") == ["1"])
  }

  @Test func `two programmes are planned at the same time where two jobs may run`() async throws {
    let root = try Root()
    try root.dropTutorial(into: "one")
    try root.dropTutorial(into: "two")
    // Each worker waits until the other is there, which with one job at a time it never would be.
    let worker = try root.worker(
      beforePlans: """
        : >"at-work-$$"
        tries=0
        while :; do
          there=0
          for mark in at-work-*; do kill -0 "${mark#at-work-}" && there=$((there + 1)); done
          [ $there -lt 2 ] || break
          tries=$((tries + 1)); [ $tries -lt 600 ] || exit 9
          sleep 0.05
        done
        # The other may not have looked yet.
        sleep 0.2
        """)
    try await root.daemon(executable: worker, jobs: 2).run()
    #expect(root.names("published/one/releases") == ["1"])
    #expect(root.names("published/two/releases") == ["1"])
  }

  @Test func `one programme's plans wait for each other, however many jobs may run`() async throws {
    let root = try await Root.withRelease()
    try root.drop("job: publish\n", as: "a.job")
    try root.drop("job: what_if\nchanges:\n  - {id: PEN--ILK, change: cancel}\n", as: "b.job")
    let worker = try root.worker(
      beforePlans: "mkdir at-work || echo two >>overlaps; sleep 0.1; rmdir at-work; echo x >>asked")
    try await root.daemon(executable: worker, jobs: 8).run()
    #expect(try root.text("asked") == "x\nx\n")
    #expect(!root.names("").contains("overlaps"))
  }
}
