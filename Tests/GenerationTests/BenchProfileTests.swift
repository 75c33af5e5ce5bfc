import Domain
import Intake
import Testing

@testable import Generation

/// The instances of docs/benchmarks.md.
@Suite struct BenchProfileTests {
  private func files(_ teams: Int, _ seed: UInt64, overfull: Bool = false) throws -> [GeneratedFile] {
    try ProgrammeGenerator(BenchProfile(teams: teams, isOverfull: overfull), seed: seed).files()
  }

  private func digest(_ files: [GeneratedFile]) -> String {
    InputDigest.of(files: files.map { InputFile(name: $0.name, text: $0.text) })
  }

  @Test(
    arguments: [
      (30, 1, "e80f332087a06faff7c5de6c541f2c915fca465c162aa8663e6e7730c8196afb"),
      (30, 2, "41555f142499dd3eaf49c97283cadc02269cf4018d34649c8128e25b763d9892"),
      (30, 3, "8d71249584038900f476e929a4fb06ef584079ed1f09ed544869247377031e8e"),
      (60, 1, "44b0da58631c96f395878cebb40391a27603a881f23b492869f36befeb5f2f3f"),
    ] as [(Int, UInt64, String)])
  func `the digests are those of docs/benchmarks`(teams: Int, seed: UInt64, expected: String) throws {
    #expect(try digest(files(teams, seed)) == expected)
  }

  @Test func `the digest of an over-full instance differs by its limit and its name alone`() throws {
    let (plain, full) = (try files(100, 1), try files(100, 1, overfull: true))
    for (one, other) in zip(plain, full) where one.name != "programme.yaml" {
      #expect(one.text == other.text)
    }
    #expect(digest(full) == "2492c7c410686aeed1c694de451b543d525fc21ff11b47a4dd5e987cd0fcdb15")
    #expect(digest(plain) == "229430cdd7621181882e0e6514800258038bf08b672a53e108a4311d3ca33945")
  }

  @Test(
    arguments: [
      (30, false, 1, 2, "2027-07-09"), (60, false, 2, 3, "2027-07-09"), (100, false, 3, 5, "2027-07-09"),
      (100, true, 3, 3, "2027-07-09"), (101, false, 5, 6, "2027-07-09"), (156, false, 5, 8, "2027-07-09"),
      (157, false, 4, 8, "2027-07-09"), (400, false, 12, 20, "2028-01-07"),
      (1000, false, 30, 50, "2027-07-09"),
    ] as [(Int, Bool, Int, Int, String)])
  func `each size has its facilitators, weekly limit and window`(
    teams: Int, overfull: Bool, facilitators: Int, weekly: Int, end: String
  ) throws {
    let profile = try BenchProfile(teams: teams, isOverfull: overfull)
    #expect(profile.facilitators == facilitators)
    #expect(profile.maxPerWeek == weekly)
    #expect(profile.dates.visitsTo.iso == end)
  }

  @Test func `an instance is taken as it is, at sites with outward postcodes of their own`() throws {
    let files = try files(30, 1)
    let admission = try ProgrammeReader.read(
      files: files.map { InputFile(name: $0.name, text: $0.text) }, today: ProgrammeDates.standard.today)
    #expect(admission.warnings.allSatisfy { $0.what.contains("has no result for") })
    #expect(admission.programme.facilitators.count == 1)
    #expect(admission.programme.settings.visits.maxPerWeek == 2)
    #expect(admission.programme.settings.visits.travel.eveningLimit.count == 300)
    let folder = Folder(files)
    #expect(Set(try folder.column("sites.csv", "postcode")).count == 29)
    #expect(
      try folder.column("sites.csv", "site_name").first
        == "\(try folder.column("sites.csv", "postcode")[0]) Hospital")
  }

  @Test func `every outward postcode is one that Intake knows, and in England`() {
    #expect(EnglishTown.outcodes.count == 2103)
    #expect(Set(EnglishTown.outcodes.map(\.outcode)).count == 2103)
    #expect(
      EnglishTown.outcodes.allSatisfy {
        (49.9...55.9).contains($0.latitude) && (-5.8...1.8).contains($0.longitude)
      })
  }

  @Test(arguments: [29, 1001])
  func `another size is refused with the sizes that there are`(teams: Int) {
    #expect(throws: GenerationRejection.benchSize(teams)) { try BenchProfile(teams: teams) }
    #expect(
      GenerationRejection.benchSize(teams).description
        == "there is no benchmark of \(teams) teams; ask for 30 to 1000")
  }

  @Test func `the largest instance has all its teams, each at a site of its own or a shared one`() throws {
    let folder = Folder(try files(1000, 1))
    #expect(Set(try folder.column("teams.csv", "team_id")).count == 1000)
    #expect(Set(try folder.column("sites.csv", "postcode")).count == 950)
    #expect(
      Set(try folder.column("teams.csv", "site_id")) == Set(try folder.column("sites.csv", "site_id")))
  }
}
