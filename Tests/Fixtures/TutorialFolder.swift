package import Foundation

/// The programme of scenarios/tutorial as it lies on the disk.
package enum TutorialFolder {
  package static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/tutorial")

  /// How many calendars its plan has: the programme's, and those of 4 teams, 15 people, a facilitator, 4 rooms, 4 sites.
  package static let calendars = 29
  /// How many files `plan` writes for it, calendars and packs included.
  package static let planFiles = calendars + 15

  /// programme.yaml and the tables, by name.
  package static func files() throws -> [(name: String, data: Data)] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
      .map { ($0, try Data(contentsOf: url.appendingPathComponent($0))) }
  }
}
