import Fixtures
import Foundation
@preconcurrency import Glibc
import Solving
import Testing

/// The daemon, and questions of the command line, with `--solver slurm`. One after the other, since they open and close
/// a partition.
@Suite(
  "The daemon with Slurm", .enabled(if: Node.isInstalled, Comment(rawValue: Node.missing)), .serialized,
  .timeLimit(.minutes(4)))
struct ServeTests {
  private let place: Place

  init() throws { place = try Place() }

  private var slurm: [String] {
    ["--solver", "slurm", "--slurm-folder", place.path("slurm"), "--memory-limit", "2048"]
  }

  private func serve(_ root: String, _ more: [String]) async throws -> Program.Outcome {
    try await Program.run(
      Program.path, ["serve", "--root", place.path(root), "--settle", "0", "--once"] + more,
      try await Node.shared.variables)
  }

  private func drop(_ root: String, _ programme: String = "tut") throws {
    let folder = place.url.appendingPathComponent("\(root)/incoming/\(programme)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in try Tutorial.request().files {
      var text = String(decoding: file.data, as: UTF8.self)
      if file.name == "programme.yaml" { text += "\npublish: {policy: automatic, freeze_days: 14}\n" }
      try Data(text.utf8).write(to: folder.appendingPathComponent(file.name))
    }
  }

  /// Every calendar of `root` by name, but for the moment at which it was released.
  private func published(_ root: String) -> [String: String] {
    let feeds = "\(root)/published/tut/releases/1/feeds"
    return Dictionary(
      uniqueKeysWithValues: place.names(feeds).map { name in
        let lines = place.text("\(feeds)/\(name)").components(separatedBy: "\r\n")
        return (
          name,
          lines.filter { !$0.hasPrefix("LAST-MODIFIED:") && !$0.hasPrefix("DTSTAMP:") }.joined(
            separator: "\r\n")
        )
      })
  }

  @Test func `what is published is the same as without Slurm but for the moment of its release`() async throws
  {
    try drop("there")
    try drop("here")
    let there = try await serve("there", slurm)
    #expect(there.status == 0, "\(there.errors)")
    #expect(try await serve("here", []).status == 0)
    let feeds = published("there")
    #expect(feeds.count == TutorialFolder.calendars)
    #expect(feeds == published("here"))
    #expect(place.names("slurm").isEmpty)
  }

  @Test func `all delays, shared out to several jobs, are found as by one process`() async throws {
    let folder = place.path("programme")
    try FileManager.default.copyItem(atPath: TutorialFolder.url.path, toPath: folder)
    let variables = try await Node.shared.variables
    let plan = try await Program.run(
      Program.path, ["plan", folder, "--out", place.path("plan"), "--quiet"], variables)
    #expect(plan.status == 0, "\(plan.errors)")
    try Data("id,change,value\nGLO--HEB,cancel,\n".utf8).write(
      to: URL(fileURLWithPath: place.path("off.csv")))
    try Data("id,change,value\nILK,withdraw,\n".utf8).write(to: URL(fileURLWithPath: place.path("gone.csv")))
    let question = [
      "what-if", folder, "--visits", place.path("plan/visits.csv"), "--sweep", "--changes",
      place.path("off.csv"), "--changes", place.path("gone.csv"), "--json",
    ]
    let here = try await Program.run(Program.path, question, variables)
    let there = try await Program.run(Program.path, question + slurm + ["--sweep-jobs", "3"], variables)
    #expect(there.status == here.status, "\(there.errors)")
    #expect(there.output == here.output)
    #expect(there.output.contains("slips") || there.output.contains("delay"), "\(there.output.prefix(500))")
    #expect(place.names("slurm").isEmpty)
  }

  @Test func `two programmes are in Slurm at the same time, and both are published`() async throws {
    try drop("root", "one")
    try drop("root", "two")
    let daemon = try await Gated(place, slurm + ["--jobs", "2"])
    try await Place.wait { try await daemon.jobs().count == 2 }
    try await Node.run("scontrol", "update", "PartitionName=gate", "State=UP")
    for programme in ["one", "two"] {
      try await Place.wait {
        place.names("root/published/\(programme)/current/feeds").contains("programme.ics")
      }
    }
    #expect(daemon.end(by: SIGTERM) == 0)
    #expect(place.names("slurm").isEmpty)
  }

  /// A daemon whose one job waits in the queue: the plan that follows a visit's being cancelled.
  private func waiting() async throws -> Gated {
    try drop("root")
    #expect(try await serve("root", []).status == 0)
    let order = URL(fileURLWithPath: place.path("root/incoming/tut/cancel.job"))
    try Data("job: cancel_visit\nvisits: [GLO--HEB]\n".utf8).write(to: order)
    let daemon = try await Gated(place, slurm)
    try await Place.wait { try await daemon.jobs().count == 1 }
    return daemon
  }

  @Test func `a daemon that is told to end calls its job off, and the next one plans`() async throws {
    let daemon = try await waiting()
    #expect(daemon.end(by: SIGTERM) == 0)
    #expect(try await daemon.jobs().isEmpty)
    #expect(place.names("slurm").isEmpty)
    #expect(try await serve("root", slurm).status == 0)
    #expect(place.names("root/published/tut/releases") == ["1", "2"])
  }

  @Test func `after kill -9 the next daemon calls off what the first one left, and publishes once`()
    async throws
  {
    let first = try await waiting()
    let left = try await first.jobs()
    #expect(first.end(by: SIGKILL) == -SIGKILL)
    #expect(try await first.jobs() == left)
    // One that is to end by itself does not wait 30 s before it tries again what a crash cut short.
    let second = try await Gated(place, slurm + ["--once"])
    try await Place.wait {
      let now = try await second.jobs()
      return now.count == 1 && now != left
    }
    #expect(place.names("slurm").count == 1)
    try await Node.run("scontrol", "update", "PartitionName=gate", "State=UP")
    try await Place.wait { place.names("root/published/tut/releases") == ["1", "2"] }
    #expect(second.end() == 0)
    #expect(place.names("slurm").isEmpty)
  }

  @Test func `options that do not go together are refused`() async throws {
    let outcome = try await Program.run(
      Program.path, ["serve", "--root", place.path("root"), "--solver", "slurm"],
      try await Node.shared.variables)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--slurm-folder"))
  }
}

/// A daemon whose jobs go into a partition that is closed when it starts.
private final class Gated {
  private let process = Process()
  private let isOwn: (String) -> Bool

  init(_ place: Place, _ more: [String]) async throws {
    try await Node.run("scontrol", "update", "PartitionName=gate", "State=DOWN")
    let folder = place.path("slurm")
    isOwn = { $0 == folder || $0.hasPrefix(folder + "/") }
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments =
      ["serve", "--root", place.path("root"), "--settle", "0", "--quiet-seconds", "0"] + more
    process.environment = try await Node.shared.variables.merging(["SBATCH_PARTITION": "gate"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// The jobs of this test that are in the queue or on the node, by id.
  func jobs() async throws -> [String] {
    let rows = try await Node.run("squeue", "--noheader", "--Format=JobID:20,WorkDir:300")
    return rows.split(separator: "\n").compactMap { row in
      let words = row.split(separator: " ").map(String.init)
      return words.count == 2 && isOwn(words[1]) ? words[0] : nil
    }
  }

  /// Sends `signal`, if any, and waits for the end; the exit status, or the signal below 0.
  func end(by signal: Int32? = nil) -> Int32 {
    if let signal { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}
