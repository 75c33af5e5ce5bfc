import Domain
import Intake
import Testing

/// Whatever bytes come in, the reader answers.
@Suite struct MutationTests {
  /// A generator whose every run is the same (splitmix64, Steele, Lea and Flood 2014).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// The complete folder with every optional table, so that every reader meets mutations.
  private func files() throws -> [InputFile] {
    try Folder()
      .with(
        "availability.csv",
        "person_id,date,start,end,status\nRA-lead,2027-02-02,13:00,17:00,clinic\nF1,2027-02-01,,,available\n"
      )
      .with("room_bookings.csv", "room_id,date,start,end,status\nSA-1,2027-02-01,09:00,12:00,held\n")
      .with("travel.csv", "from_site,to_site,minutes,both_ways\nSA,SB,60.5,no\n")
      .with("pair_rules.csv", "team_a,team_b,rule\nRA,RB,force\n")
      .with("closures.csv", "date_from,date_to,scope\n2027-04-01,2027-04-09,SA\n")
      .with(
        "mdt_exceptions.csv",
        "team_id,date,status,new_date,start,end\nRA,2027-02-02,moved,2027-02-03,10:00,12:00\n"
      )
      .with(
        "visits.csv",
        "visit_id,host,visitor,date,start,end,status,pinned\nRA--RB,RA,RB,2027-03-02,09:00,16:00,draft,no\n"
      )
      .with(
        "programme.yaml",
        DefaultSettingsText.render(Folder().read().programme.settings)
      ).inputFiles
  }

  @Test func aThousandMutationsAreAllAnswered() throws {
    let originals = try files()
    _ = try ProgrammeReader.read(files: originals, today: Folder.today)
    let interesting = Array("\",\r\n;:-+=*&{}[]#'%0123456789-/\0\u{1B}\u{FEFF}é".utf8) + [0xFF, 0xC0]
    var generator = Generator(state: 20_270_111)
    var refused = 0
    for _ in 0..<1000 {
      var files = originals
      let index = Int.random(in: 0..<files.count, using: &generator)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let count = files[index].bytes.count
        let place = Int.random(in: 0...count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: files[index].bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: place)
        case 1: if place < count { files[index].bytes.remove(at: place) }
        case 2:
          if place < count { files[index].bytes[place] = interesting.randomElement(using: &generator) ?? 0 }
        default: files[index].bytes.removeSubrange(place..<min(count, place + 12))
        }
      }
      do {
        _ = try ProgrammeReader.read(files: files, today: Folder.today)
      } catch {
        refused += 1
        #expect(error.diagnostics.contains { $0.severity == .error })
        #expect(error.diagnostics == error.diagnostics.sorted())
        #expect(error.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.what.isEmpty })
      }
    }
    // Most changes break something, some do not matter.
    #expect((500..<1000).contains(refused))
  }
}
