import Coordinator
import Foundation
import Ledger
import Testing

@Suite("Killed at any moment")
struct KillTests {
  @Test func `after 25 kills no job is lost, no release is made twice and no feed is torn`() async throws {
    let root = try Root()
    try root.dropTutorial()
    var dice: UInt64 = 20_270_111
    var dropped = 12
    for cycle in 0..<25 {
      if cycle % 3 == 2 {
        let day = 12 + cycle
        try root.drop(
          "person_id,date,status\nPEN-nurse,2027-01-\(day > 31 ? 31 : day),unavailable\n",
          as: "leave-\(cycle).csv")
        dropped += 1
      }
      let daemon = try Running(root)
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(dice >> 33) % 24 { try await Task.sleep(for: .milliseconds(40)) }
      #expect(daemon.end(by: 9) == -9)
      try expectWholeFeeds(root)
    }
    try root.drop("job: plan\nreason: the last\n", as: "last.job")
    let outcome = try await root.serve()
    #expect(outcome.status == 0, "\(outcome.errors)")
    try expectWholeFeeds(root)
    #expect(root.names("incoming/tut") == ["new", "tmp"])
    #expect(root.names("state/claims").isEmpty)
    let receipts = root.names("accepted/tut").filter { $0.hasSuffix(".receipt.txt") }
    #expect(receipts.count == dropped + 1)
    try expectSoundLedger(root)
  }

  /// Whoever reads through `current` finds every calendar of a whole release.
  private func expectWholeFeeds(_ root: Root) throws {
    guard let mark = try? root.text("published/tut/current/complete") else {
      return #expect(root.names("published/tut/current").isEmpty)
    }
    for line in mark.split(separator: "\n") {
      let digest = line.prefix(64)
      let bytes = try Data(
        contentsOf: root.url.appendingPathComponent("published/tut/current/\(line.dropFirst(66))"))
      #expect(contentHash(Array(bytes)).text == digest)
    }
  }

  private func expectSoundLedger(_ root: Root) throws {
    let ledger = try LedgerViewer(StateFolder(root.path("state")), hashing: contentHash)
    #expect(try ledger.check().isEmpty)
    let programme = try #require(try ledger.programmes().first?.id)
    let releases = try ledger.releases(of: programme)
    #expect(releases.map(\.number) == Array(1...max(1, releases.count)))
    let published = try ledger.audit(of: programme, limit: 100_000).filter { $0.what == .releasePublished }
    #expect(published.count == releases.count)
    #expect(root.names("published/tut/releases").filter { !$0.hasPrefix(".") }.count == releases.count)
    #expect(try ledger.jobs(in: [.queued, .running]).isEmpty)
    let last = try #require(try ledger.jobs(of: programme).first)
    #expect(last.state.stage == .done)
  }
}
