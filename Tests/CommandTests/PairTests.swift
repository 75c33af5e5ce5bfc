import Foundation
import Testing

/// Pairs alone.
@Suite(.timeLimit(.minutes(2)))
struct PairTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  private func pairs(_ options: String...) async throws -> [String] {
    let outcome = try await place.run(Workplace.program, ["pair", "tutorial", "--out", "p.csv"] + options)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return try place.rows("p.csv").map { $0[0] }
  }

  @Test func `the pairs are those of plan, with their certificates`() async throws {
    let outcome = try await place.counterpart("pair", "tutorial")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("Tutorial\n========\n2 pairs, proven best"))
    #expect(outcome.output.contains("\n  GLO+HEB: Glossop and Hebden Bridge\n"))
    #expect(try place.names() == ["tutorial"])
    #expect(try await pairs() == ["GLO+HEB", "ILK+PEN"])
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    #expect(try place.text("p.csv") == place.text("out/pairs.csv"))
  }

  @Test func `a forbidden pair is not made`() async throws {
    #expect(try await pairs("--forbid", "HEB+GLO") == ["GLO+ILK"])
    #expect(try await pairs("--forbid", "HEB+GLO", "--forbid", "GLO+ILK") == ["ILK+PEN"])
  }

  @Test func `a forced pair is made, also one that rules would keep apart`() async throws {
    #expect(try await pairs("--force", "ILK+GLO") == ["GLO+ILK"])
    #expect(try await pairs("--force", "HEB+ILK") == ["HEB+ILK"])
    #expect(try await pairs("--force", "HEB+ILK", "--force", "GLO+PEN") == ["GLO+PEN", "HEB+ILK"])
  }

  @Test func `--quiet prints nothing and --json prints JSON alone`() async throws {
    let quiet = try await place.counterpart("pair", "tutorial", "--quiet", "--out", "p.csv")
    #expect(quiet.status == 0)
    #expect(quiet.output + quiet.errors == "")
    let json = try await place.counterpart("pair", "tutorial", "--json")
    #expect(json.errors == "")
    #expect((try? JSONSerialization.jsonObject(with: Data(json.output.utf8))) != nil)
  }

  @Test func `--timings tells how long the pairing took, and of no visits`() async throws {
    let outcome = try await place.counterpart("pair", "tutorial", "--quiet", "--timings", "t.json")
    #expect(outcome.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(place.text("t.json").utf8))
    let document = json as? [String: [String: Any]]
    #expect(document?.keys.sorted() == ["pairing"])
    let seconds = try #require(document?["pairing"]?["seconds"] as? [String: Double])
    let (solving, wall) = (try #require(seconds["solving"]), try #require(seconds["wall"]))
    #expect(solving < wall)
    let nowhere = try await place.counterpart("pair", "tutorial", "--quiet", "--timings", "no/t.json")
    #expect(nowhere.status == 2)
    #expect(nowhere.errors == "no/t.json: error: cannot be written; choose another --timings\n")
  }

  @Test func `a visit that is fixed already does not matter to the pairs`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    try place.edit("out/visits.csv", ",draft,", ",confirmed,")
    try place.write(place.text("out/visits.csv"), as: "tutorial/visits.csv")
    #expect(try await pairs() == ["GLO+HEB", "ILK+PEN"])
  }
}
