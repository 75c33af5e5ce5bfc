import Foundation
import Testing

/// `plan --joint`: pairs chosen together with their dates.
@Suite(.timeLimit(.minutes(5)))
struct JointTests {
  private let place: Workplace

  /// Six teams with too few weeks and one facilitator: not every visit finds a date.
  init() async throws {
    place = try Workplace()
    let drawn = try await place.counterpart(
      "generate", "programme", "--teams", "6", "--seed", "9", "--facilitators", "1")
    #expect(drawn.status == 0)
    try place.edit("programme/programme.yaml", "visits_to: 2027-07-09", "visits_to: 2027-02-15")
    try place.edit("programme/programme.yaml", "pairing:\n", "pairing:\n  min_common_dates: 0\n")
  }

  private struct Figures {
    /// Of all pairs, in 10⁻⁴ SD.
    var score: Int
    var undated: Int
    var pairs: [String]
    var trade: [String: Any]?
  }

  private func plan(_ more: String...) async throws -> Figures? {
    let outcome = try await place.run(
      Workplace.program, ["plan", "programme", "--out", "out", "--quiet", "--time-limit", "20"] + more)
    guard outcome.status == 0 || outcome.status == 3 else { return nil }
    let pairs = try place.rows("out/pairs.csv")
    let document = try JSONSerialization.jsonObject(with: Data(try place.text("out/plan.json").utf8))
    return Figures(
      score: pairs.reduce(0) { $0 + Int(((Double($1[4]) ?? .nan) * 10_000).rounded()) },
      undated: Set(try place.rows("out/unscheduled.csv").map { $0[0] }).count,
      pairs: pairs.map { $0[0] }.sorted(),
      trade: ((document as? [String: Any])?["pairing"] as? [String: Any])?["trade"] as? [String: Any])
  }

  @Test func `what is offered is what is got, and what it costs`() async throws {
    let alone = try #require(try await plan())
    let offer = try #require(alone.trade)
    #expect(alone.undated == 2 && offer["taken"] as? Bool == false && offer["more_visits"] as? Int == 1)
    let joint = try #require(try await plan("--joint", "0.05"))
    let trade = try #require(joint.trade)
    #expect(trade["taken"] as? Bool == true)
    #expect(trade["more_visits"] as? Int == alone.undated - joint.undated)
    let loss = (trade["loss"] as? Double ?? .nan) * 10_000
    #expect(Int(loss.rounded()) == alone.score - joint.score && loss <= 500 && loss > 0)
    #expect(trade["dropped"] as? [String] == alone.pairs.filter { !joint.pairs.contains($0) })
    #expect(trade["made"] as? [String] == joint.pairs.filter { !alone.pairs.contains($0) })
    // With less to lose than the offer takes, nothing is traded.
    let close = try #require(try await plan("--joint", "0.0001"))
    #expect(close.pairs == alone.pairs && close.undated == alone.undated)
  }

  /// The search is greedy; here it finds what trying everything finds.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["COUNTERPART_PROGRAM"] != nil))
  func `no pairing of six teams within the loss places more`() async throws {
    let alone = try #require(try await plan())
    let joint = try #require(try await plan("--joint", "0.05"))
    var tried = 0
    for partners in Self.pairings(of: (1...6).map { "T00\($0)" }) {
      let table = "team_a,team_b\n" + partners.map { "\($0.0),\($0.1)\n" }.joined()
      try place.write(table, as: "pairs.csv")
      // Some of them may not be partners.
      guard let other = try await plan("--pairs", "pairs.csv") else { continue }
      if alone.score - other.score <= 500 {
        tried += 1
        #expect(other.undated >= joint.undated, "\(partners)")
      }
    }
    #expect(tried >= 2)
  }

  private static func pairings(of teams: [String]) -> [[(String, String)]] {
    guard let first = teams.first else { return [[]] }
    return teams.dropFirst().flatMap { partner in
      pairings(of: teams.filter { $0 != first && $0 != partner }).map { [(first, partner)] + $0 }
    }
  }
}
