import Domain
import Foundation
import Intake
import Merging
import Testing

/// A folder dropped file by file, in whatever order, is the folder read at once.
@Suite struct ScenarioOrderTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios")

  /// The scenarios and how many orders of each are tried.
  private static let scenarios: [(name: String, orders: UInt64)] = [
    ("tutorial", 12), ("overfull", 4), ("odd", 2), ("england-30", 2), ("national-118", 1),
  ]

  private static func files(_ name: String) throws -> [InputFile] {
    let folder = root.appendingPathComponent(name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".csv") || $0 == "programme.yaml" }
      .map { InputFile(name: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0)))) }
  }

  @Test func `every folder of scenarios but refused is tried`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
      .filter { !$0.contains(".") && $0 != "refused" }
    #expect(folders.sorted() == Self.scenarios.map(\.name).sorted())
  }

  @Test(arguments: scenarios.indices)
  func `the merged files read as the folder does, in any order, to the byte`(index: Int) throws {
    let (name, orders) = Self.scenarios[index]
    let files = try Self.files(name)
    let whole = try ProgrammeReader.read(files: files, today: Drops.today)
    var first: [InputFile]?
    for seed in 1...orders {
      var dice = Dice(seed)
      var drops = Drops()
      var state = MergeState()
      for file in files.shuffled(using: &dice) {
        let taken = try Merging.take(file, into: state, today: Drops.today, judging: false)
        guard case .data(let merge) = taken else { throw Drops.NoData() }
        state = merge.state
        #expect(merge.receipt.warnings == [], "\(file.name)")
        if name == "tutorial" { try drops.take(file, judging: false) }
      }
      if name == "tutorial" { #expect(Set(drops.database.rows) == Set(state.rows)) }
      let merged = state.files()
      #expect(merged == first ?? merged, "order \(seed)")
      if first == nil {
        first = merged
        let read = try ProgrammeReader.read(files: merged, today: Drops.today)
        #expect(read.programme == whole.programme)
        #expect(read.conventions == whole.conventions)
        #expect(read.readings == whole.readings)
        #expect(Set(read.warnings.map(\.what)) == Set(whole.warnings.map(\.what)))
      }
    }
  }

  @Test(arguments: 1...12)
  func `on its way a programme is incomplete and never contradictory`(seed: Int) throws {
    let files = try Self.files("tutorial")
    var dice = Dice(UInt64(seed))
    var drops = Drops()
    for (index, file) in files.shuffled(using: &dice).enumerated() {
      let completeness = try drops.take(file).receipt.completeness
      switch completeness {
      case .incomplete(let awaited): #expect(!awaited.isEmpty && index < files.count - 1)
      case .complete: #expect(index >= 4)
      case .contradictory, nil: Issue.record("after \(file.name): \(String(describing: completeness))")
      }
    }
    guard case .complete = Completeness(of: drops.state, today: Drops.today) else {
      Issue.record("not complete at the end")
      return
    }
  }

  @Test(arguments: ["tutorial", "overfull"])
  func `the same files again change nothing`(name: String) throws {
    var drops = Drops()
    let files = try Self.files(name)
    for file in files { try drops.take(file, judging: false) }
    let before = drops.state
    for file in files.reversed() {
      let merge = try drops.take(file, judging: false)
      #expect(merge.changes == [])
      #expect(merge.receipt.kept == [])
      #expect(merge.receipt.counts.allSatisfy { $0.added + $0.changed + $0.removed == 0 })
    }
    #expect(drops.state == before)
    // And so do the merged files themselves, and a state that a database gives back.
    let back = try MergeState(rows: drops.database.rows.reversed())
    #expect(back == before)
    #expect(back.files() == before.files())
    let named = try drops.database.rows.map {
      try StoredRow(table: $0.table, key: $0.key, source: $0.source, named: $0.namedCells.reversed())
    }
    #expect(named == drops.database.rows)
    for file in before.files() { #expect(try drops.take(file, judging: false).changes == []) }
  }
}
