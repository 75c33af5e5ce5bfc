import Foundation
import Generation

/// Spoils a folder by a seed, gives it to the program, and judges the answer.
struct MutationTrial: Sendable {
  /// How one trial ended.
  struct Result: Sendable {
    var seed: UInt64
    /// The status of `plan`.
    var status: Int32
    var folder: URL
    /// What was done to the folder, a line each.
    var story: [String]
    /// What is wrong with the program's answer; `nil` where nothing is.
    var complaint: String?
  }

  /// Seconds that `plan` is told to search for at most.
  private static let timeLimit = 5
  /// Seconds of processor time beyond that, in which nothing hangs; more for a program built with tests.
  private static let margin = Program.isOptimised ? 10 : 40

  private let place: URL
  private let tutorial: [String: [UInt8]]
  private let overfull: [String: [UInt8]]
  private let drawn: [String: [UInt8]]
  private let england: [String: [UInt8]]

  init(in place: URL) throws {
    self.place = place
    tutorial = try Scenario.files("tutorial")
    overfull = try Scenario.files("overfull")
    england = try Scenario.files("england-30")
    drawn = Dictionary(
      uniqueKeysWithValues: try ProgrammeGenerator(teams: 8, seed: 5).files().map {
        ($0.name, Array($0.text.utf8))
      })
  }

  /// The scenario of a seed: mostly a small one, which spends the time on mistakes and not on planning.
  private func scenario(_ seed: UInt64) -> (name: String, files: [String: [UInt8]]) {
    switch seed % 250 {
    case 249: ("england-30", england)
    case let rest where rest % 20 == 19: ("overfull", overfull)
    case let rest where rest % 20 >= 17: ("drawn", drawn)
    default: ("tutorial", tutorial)
    }
  }

  func run(_ seed: UInt64) async throws -> Result {
    let (name, files) = scenario(seed)
    var dice = Dice(seed: seed)
    let times = 1 + dice.below(5) / 3
    var mutated = MutatedFolder(files, dice: dice)
    for _ in 0..<times { mutated.mutate() }
    let folder = place.appendingPathComponent("\(seed)", isDirectory: true)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("in"), withIntermediateDirectories: true)
    for (name, bytes) in mutated.files {
      try Data(bytes).write(to: folder.appendingPathComponent("in/\(name)"))
    }
    let check = try await Program.run(["check", "in"], in: folder, processorSeconds: Self.margin)
    let plan = try await Program.run(
      ["plan", "in", "--time-limit", "\(Self.timeLimit)", "--out", "out"], in: folder,
      processorSeconds: Self.timeLimit + Self.margin)
    var complaint = Self.complaint(check: check, plan: plan)
    if complaint == nil, plan.status != 1, plan.status != 4 {
      complaint = try await self.complaint(aboutPlanIn: folder)
    }
    return Result(
      seed: seed, status: plan.status, folder: folder, story: ["scenario \(name)"] + mutated.story,
      complaint: complaint)
  }

  private static func complaint(check: Program.Outcome, plan: Program.Outcome) -> String? {
    guard [0, 1].contains(check.status) else {
      return "check ended with \(check.status): \(check.errors.suffix(600))"
    }
    guard [0, 1, 3, 4].contains(plan.status) else {
      return "plan ended with \(plan.status): \(plan.errors.suffix(600))"
    }
    if check.status == 1 {
      if let line = check.errorLines.first(where: { !isDiagnostic($0) }) {
        return "check says: \(line.prefix(600))"
      }
      guard check.errorLines.contains(where: isError) else { return "check refuses and names no error" }
      guard plan.status == 1, plan.errors == check.errors else { return "check and plan refuse differently" }
      return nil
    }
    if plan.status == 1 || plan.status == 4 {
      // What only pairing can see has no place in a file.
      guard let last = plan.errorLines.last, last.hasPrefix("error: ") else {
        return "check takes the folder, and plan ends with \(plan.status): \(plan.errors.suffix(600))"
      }
    }
    return nil
  }

  /// `file:line:column: error: what is wrong; what to do`, or the folder's or a file's name without a place.
  private static func isDiagnostic(_ line: String) -> Bool {
    line.contains(/^[^:]+(:[1-9][0-9]*:[1-9][0-9]*)?: (error|warning): \S.*; \S.*$/)
  }

  private static func isError(_ line: String) -> Bool { line.contains(": error: ") }

  private func complaint(aboutPlanIn folder: URL) async throws -> String? {
    let visits = folder.appendingPathComponent("out/visits.csv")
    guard let text = try? String(contentsOf: visits, encoding: .utf8) else {
      return "plan wrote no visits.csv"
    }
    // A plan without a visit leaves nothing to verify.
    guard text.split(separator: "\n").count > 1 else { return nil }
    let verdict = try await Program.run(
      ["verify", "in", "--visits", "out/visits.csv"], in: folder, processorSeconds: Self.margin)
    return verdict.status == 0
      ? nil
      : "verify ended with \(verdict.status): \(verdict.output.suffix(600))\(verdict.errors.suffix(600))"
  }
}
