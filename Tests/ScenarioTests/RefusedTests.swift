import Foundation
import Testing

/// scenarios/refused: folders with every mistake that can be made, and every word that the program says of them.
@Suite struct RefusedTests {
  private static let folder = Scenario.folder("refused")
  private static let cases =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted()
    .filter {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("\($0)/expected.txt").path)
    } ?? []

  @Test func `there are folders to be refused`() {
    #expect(Self.cases.count > 15)
  }

  @Test(arguments: cases)
  func `a folder is refused in the words of its expected txt, byte for byte`(name: String) async throws {
    let folder = Self.folder.appendingPathComponent(name)
    let outcome = try await Program.run(["check", "."], in: folder)
    let expected = try String(contentsOf: folder.appendingPathComponent("expected.txt"), encoding: .utf8)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors == expected)
  }

  /// What the sources say and no folder can bring about, or none that anybody would keep.
  private static let notShown: [String: String] = [
    "… more findings in this file are not shown": "takes a thousand mistakes in one file",
    "correct the others first": "the same",
    "the file has … bytes, more than the … that are read": "takes a file of megabytes",
    "the table has more than the … rows that are read": "takes a million rows",
    "split it into several files with the same header": "the same",
    "the file is not read":
      "the program reads no other files of a folder; for whoever gives Intake all of them",
    "name it programme.yaml if it is meant to be": "the same",
    "name it .csv if it is a table, or take it away": "the same",
    "workbooks of the kind .… are not read": "the same",
    "save it as .xlsx, or take it away": "the same",
    "the grid says something of more than … days": "takes a grid of a million cells",
    "split it into several files": "the same",
    "the entries last more than … days, all together": "takes thousands of entries of many years",
    "export less of the calendar": "the same",
    "the team '…' is in … too": "of the file that plan --pairs names",
    "keep it in one pair": "the same",
    "the pair names one team twice": "the same",
    "name two teams, or three in a trio": "the same",
    "an alias": "aliases are refused before values are read",
    "the text cannot be read as YAML": "takes a parser without memory",
  ]

  @Test func `whatever Intake can say is said of one of these folders`() throws {
    let said = try Self.cases.flatMap { name in
      try String(contentsOf: Self.folder.appendingPathComponent("\(name)/expected.txt"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
    var excused: Set<String> = []
    for (file, literals) in try Self.sources() {
      for texts in literals where Self.isProse(texts) {
        let isSaid = said.contains { Self.line($0, holds: texts) }
        let words = texts.joined(separator: "…")
        if Self.notShown[words] != nil {
          excused.insert(words)
          #expect(!isSaid, "\(file): '\(words)' is excused and said all the same")
        } else {
          #expect(isSaid, "\(file): '\(words)' is said of no folder of scenarios/refused")
        }
      }
    }
    #expect(excused == Set(Self.notShown.keys))
  }

  /// The literals of everything that makes diagnostics.
  private static func sources() throws -> [(file: String, literals: [[String]])] {
    let intake = Scenario.root.appendingPathComponent("Sources/Intake")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: intake.path).sorted()
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Reference/") && !saysNothing.contains($0) }
      .map { "Sources/Intake/" + $0 }
    return try (paths + ["Sources/Tabular/CSVProblem.swift"]).map { path in
      let text = try String(contentsOf: Scenario.root.appendingPathComponent(path), encoding: .utf8)
      return (path, SourceLiterals(of: text).literals)
    }
  }

  /// Files whose texts are no diagnostics: names of columns, what `check` counts, what `--show-defaults` writes; or
  /// none of a folder: files of changes are named to `what-if`, and ChangesReaderTests has all that is said of them;
  /// files that come one at a time, jobs and replies are in MergingTests; names of columns; what is said of a file that
  /// an option names is in ScheduleReaderTests.
  private static let saysNothing = [
    "Admission.swift", "Settings/DefaultSettingsText.swift", "Tables/TableKind.swift",
    "ChangesReader.swift", "Links/ChangeLinks.swift", "Tables/WhatIfTable.swift",
    "Alone/LoneFile.swift", "Alone/LoneTable+Reading.swift", "Alone/WindowChange.swift",
    "Jobs/ChangeRowsReader.swift",
    "Jobs/JobFileReader.swift", "Tables/RepliesTable.swift", "Foreign/OutlookColumns.swift",
    "Tables/WrongTable.swift",
  ]

  /// Whether it is a part of a sentence, and no name, key or list of columns.
  private static func isProse(_ texts: [String]) -> Bool {
    let all = texts.joined()
    return all.contains(" ") && all.count { $0.isLetter } >= 4
  }

  private static func line(_ line: String, holds texts: [String]) -> Bool {
    var rest = line[...]
    for text in texts where !text.isEmpty {
      guard let range = rest.firstRange(of: text) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
