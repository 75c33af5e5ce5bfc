import Domain
import Foundation
import Generation
import Intake
import Testing

/// Programmes to be explained.
enum Programmes {
  /// The scenario of that name.
  static func scenario(_ name: String) throws -> Programme {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/\(name)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let files = try names.filter { $0.hasSuffix(".csv") || $0 == "programme.yaml" }.map { name in
      InputFile(name: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
    return try ProgrammeReader.read(files: files, today: Day(number: 0)).programme
  }

  /// A drawn programme.
  static func drawn(teams: Int, seed: UInt64) throws -> Programme {
    let files = try ProgrammeGenerator(teams: teams, seed: seed).files()
    return try ProgrammeReader.read(
      files: files.map { InputFile(name: $0.name, text: $0.text) }, today: Day(number: 0)
    ).programme
  }
}
