import Foundation
import Generation
import Testing

/// No folder brings the program down: each of many spoilt ones is refused in words, or planned so that `verify`
/// passes the plan.
///
/// 200 by default. More, with the program that users run, and from another seed on:
///
///     COUNTERPART_MUTATIONS=5000 COUNTERPART_PROGRAM=.build/release/counterpart \
///       COUNTERPART_MUTATION_SEED=1 swift test --filter ScenarioTests.MutationTests
@Suite struct MutationTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["COUNTERPART_MUTATIONS"].flatMap { Int($0) } ?? 200
  private static let first = environment["COUNTERPART_MUTATION_SEED"].flatMap { UInt64($0) } ?? 1

  @Test func `a spoilt folder is refused by name and place, or planned soundly`() async throws {
    let place = try Workplace()
    let trial = try MutationTrial(in: place.url)
    let seeds = Self.first..<Self.first + UInt64(Self.count)
    var tally: [Int32: Int] = [:]
    var failures = 0
    try await withThrowingTaskGroup(of: MutationTrial.Result.self) { group in
      var next = seeds.lowerBound
      func begin() {
        guard next < seeds.upperBound else { return }
        let seed = next
        next += 1
        group.addTask { try await trial.run(seed) }
      }
      for _ in 0..<2 { begin() }
      while let result = try await group.next() {
        tally[result.status, default: 0] += 1
        if let complaint = result.complaint {
          failures += 1
          // The first words say how to do it again, the folder is there to look at.
          Issue.record(
            """
            seed \(result.seed), kept in \(try Self.kept(result.folder)): \(complaint)
            \(result.story.joined(separator: "\n"))
            """)
        }
        try FileManager.default.removeItem(at: result.folder)
        begin()
      }
    }
    let words = tally.sorted { $0.key < $1.key }.map { "\($0.value) with \($0.key)" }.joined(separator: ", ")
    print("\(Self.count) spoilt folders from seed \(Self.first): plan ended \(words); \(failures) failures")
    // Neither is every folder refused, nor does every change go unnoticed.
    #expect(
      Self.count < 100 || (tally[1, default: 0] > Self.count / 4 && tally[0, default: 0] > Self.count / 10))
  }

  /// Where a failing folder stays after the test.
  private static func kept(_ folder: URL) throws -> String {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("mutation-\(folder.lastPathComponent)-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.copyItem(at: folder, to: place)
    return place.path
  }
}
