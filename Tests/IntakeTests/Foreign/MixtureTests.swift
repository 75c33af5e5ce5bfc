import Domain
import Fixtures
import Foundation
import Intake
import Testing

/// The same availability in every form is the same availability.
@Suite struct MixtureTests {
  private static func files(_ scenario: String) throws -> [InputFile] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/\(scenario)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
      .map { InputFile(name: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0)))) }
  }

  @Test(arguments: ["tutorial", "england-30"])
  func `a scenario's availability as people send it gives the same programme`(scenario: String) throws {
    let clean = try Self.files(scenario)
    let table = try #require(clean.first { $0.name == "availability.csv" })
    let mixture = Mixture(csv: String(decoding: table.bytes, as: UTF8.self)).files
    #expect(
      Set(mixture.map(\.name)).isSuperset(of: [
        "western.csv", "semicolons.csv", "marked.csv", "book.xlsx", "unicode.tsv",
      ]))
    #expect(mixture.count { $0.name.contains("-") } > 2)
    let before = try ProgrammeReader.read(files: clean, today: Folder.today)
    let after = try ProgrammeReader.read(
      files: clean.filter { $0.name != "availability.csv" }
        + mixture.map { InputFile(name: $0.name, bytes: $0.bytes) },
      today: Folder.today)
    #expect(after.programme.availability == before.programme.availability)
    #expect(after.programme == before.programme)
    #expect(after.readings == before.readings)
    #expect(after.warnings.allSatisfy { !$0.description.contains("Oncology") })
    #expect(after.warnings.count { $0.what.hasPrefix("read as") } >= 5)
  }

  @Test func `three thousand mutations of calendars, grids and workbooks are answered`() throws {
    let plain = Folder().inputFiles
    let rows = """
      person_id,date,start,end,status
      RA-lead,2027-02-02,,,unavailable
      RA-nurse,2027-02-03,,,preferred
      RA-coord,2027-02-02,09:00,10:30,clinic
      F1,2027-02-04,,,available
      RB-lead,2027-02-05,13:00,24:00,unavailable
      RB-nurse,2027-02-08,08:00,09:00,clinic
      F2,2027-02-09,,,if_needed

      """
    let originals = Mixture(csv: rows).files.map { InputFile(name: $0.name, bytes: $0.bytes) }
    _ = try ProgrammeReader.read(files: plain + originals, today: Folder.today)
    var generator = SplitMix(state: 31)
    let interesting = Array("\",\r\n;\t/-:0123456789=()YNPAMapm?xé&<>".utf8) + [0, 0xFF, 0xE9, 0x92, 0xD8]
    var refused = 0
    for _ in 0..<3000 {
      var files = originals
      let index = Int.random(in: 0..<files.count, using: &generator)
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let place = Int.random(in: 0...files[index].bytes.count, using: &generator)
        let odd = interesting.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: files[index].bytes.insert(odd, at: place)
        case 1: files[index].bytes = Array(files[index].bytes.prefix(place))
        case 2: if place < files[index].bytes.count { files[index].bytes[place] = odd }
        case 3:
          files[index].bytes.insert(contentsOf: files[index].bytes.suffix(from: place).prefix(25), at: place)
        default:
          files[index].bytes.removeSubrange(place..<min(files[index].bytes.count, place + 9))
        }
      }
      do {
        _ = try ProgrammeReader.read(files: plain + files, today: Folder.today)
      } catch {
        refused += 1
        #expect(error.diagnostics == error.diagnostics.sorted())
        #expect(
          error.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.what.contains("Oncology") })
      }
    }
    #expect((1000..<3000).contains(refused))
  }
}
