import Fixtures
import Foundation
import Testing

/// What people send, by the program itself.
@Suite(.timeLimit(.minutes(10))) struct MixtureTests {
  @Test func `the tutorial's availability in many forms gives the same visits, byte for byte`() async throws {
    let place = try Workplace()
    var files = try Scenario.files("tutorial")
    let table = files.removeValue(forKey: "availability.csv") ?? []
    for file in Mixture(csv: String(decoding: table, as: UTF8.self)).files { files[file.name] = file.bytes }
    try FileManager.default.createDirectory(
      at: place.url.appendingPathComponent("in"), withIntermediateDirectories: true)
    for (name, bytes) in files { try Data(bytes).write(to: place.url.appendingPathComponent("in/\(name)")) }
    let clean = try await Program.run(
      ["plan", Scenario.folder("tutorial").path, "--out", "clean"], in: place.url)
    let mixed = try await Program.run(["plan", "in", "--out", "mixed"], in: place.url)
    #expect(clean.status == 0 && mixed.status == 0, "\(mixed.errors)")
    for name in ["visits.csv", "attendance.csv", "agenda.csv", "pairs.csv"] {
      #expect(try place.text("mixed/\(name)") == place.text("clean/\(name)"))
    }
    let written = try FileManager.default.subpathsOfDirectory(
      atPath: place.url.appendingPathComponent("mixed").path)
    for path in written {
      let url = place.url.appendingPathComponent("mixed/\(path)")
      guard let data = try? Data(contentsOf: url) else { continue }
      #expect(!String(decoding: data, as: UTF8.self).contains("Oncology"))
    }
    #expect(!mixed.errors.contains("Oncology"))
  }
}
