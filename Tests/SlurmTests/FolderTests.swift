import Domain
import Foundation
@preconcurrency import Glibc
import Testing

@testable import Solving

/// What can be tried without a Slurm.
@Suite(.timeLimit(.minutes(2)))
struct FolderTests {
  private let place: Place

  init() throws { place = try Place() }

  private func commands() throws -> [String: String] {
    for name in ["sbatch", "squeue", "scancel"] { _ = try place.executable("exit 1", as: name) }
    return ["PATH": place.url.path]
  }

  @Test func `a worker with a folder takes its request there and answers there`() async throws {
    let request = try Tutorial.request(.pair)
    let folder = try WorkFolder(new: place.path("job"), request: Array(JSONEncoder().encode(request)) + [10])
    let outcome = try await Program.run(
      Program.path, ["worker", "--folder", folder.path], ProcessInfo.processInfo.environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    var reply = ReplyFile(folder, most: 1 << 20)
    guard case .reply(.plan(let plan, _))? = reply.look({ _ in }) else {
      Issue.record("no plan")
      return
    }
    #expect(plan.pairs.count == 2)
  }

  @Test func `a worker that nobody waits for ends and takes its folder with it`() async throws {
    // A request that never ends, so that the worker has nothing to do but to look after itself.
    let folder = try WorkFolder(new: place.path("job"), request: [])
    try FileManager.default.removeItem(atPath: folder.path(of: .request))
    #expect(mkfifo(folder.path(of: .request), 0o600) == 0)
    let outcome = try await Program.run(
      Program.path, ["worker", "--folder", folder.path, "--unattended", "1"],
      ProcessInfo.processInfo.environment)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nobody waits for the answer any more"))
    #expect(place.names("") == [])
  }

  @Test func `a reply that outgrows its file is none`() async throws {
    let request = try Tutorial.request()
    let folder = try WorkFolder(new: place.path("job"), request: Array(JSONEncoder().encode(request)) + [10])
    let outcome = try await Program.run(
      Program.path, ["worker", "--folder", folder.path, "--file-bytes", "2000"],
      ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 })
    #expect(outcome.status != 0)
    var reply = ReplyFile(folder, most: 1 << 20)
    #expect(reply.look({ _ in }) == nil)
  }

  @Test func `nobody else may look into what is handed over`() throws {
    let folder = try WorkFolder(new: place.path("job"), request: [10])
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(folder.path) == 0o700)
    for file in WorkFolder.File.allCases { #expect(try mode(folder.path(of: file)) == 0o600) }
    #expect(throws: WorkerFailure.self) { try WorkFolder(new: place.path("job"), request: [10]) }
  }

  @Test(arguments: [
    ("1 COMPLETED 0 None", SlurmJobState.ended(.finished(.exited(0), reason: nil))),
    ("1 FAILED 1792 NonZeroExitCode", .ended(.finished(.exited(7), reason: nil))),
    ("1 FAILED 9 JobLaunchFailure", .ended(.finished(.signaled(9), reason: "JobLaunchFailure"))),
    ("1 TIMEOUT 0 TimeLimit", .ended(.outOfTime)), ("1 DEADLINE 0 None", .ended(.outOfTime)),
    ("1 OUT_OF_MEMORY 125 OutOfMemory", .ended(.taken("OUT_OF_MEMORY"))),
    ("1 PREEMPTED 0 None", .ended(.taken("PREEMPTED"))),
    (
      "1 PENDING 0 (ReqNodeNotAvail, UnavailableNodes:a)",
      .waiting(reason: "(ReqNodeNotAvail, UnavailableNodes:a)")
    ),
    ("1 RUNNING 0 None", .running), ("1 SOMETHING_NEW 0 None", .running),
    ("11 RUNNING 0 None", .unknown), ("", .unknown), ("slurm says hello", .unknown),
  ])
  func `what squeue tells is understood`(row: String, state: SlurmJobState) {
    #expect(SlurmJobState(of: "1", in: "2 RUNNING 0 None\n\(row)\n") == state)
  }

  @Test(arguments: [
    ("OUT_OF_MEMORY", "it wanted more memory than its 2048 MiB"), ("NODE_FAIL", "its node failed"),
    ("PREEMPTED", "another job took its place"),
  ])
  func `what Slurm takes away fails as a worker that died`(word: String, why: String) {
    let failure = SlurmJobState.End.taken(word).failure(job: "7", limits: .ample, log: "the log")
    #expect(failure.description == "the worker process ended without an answer (Slurm's job 7: \(why))")
    #expect(failure.log == "the log")
  }

  @Test func `Slurm is told the worker's limits`() throws {
    let settings = try SlurmSettings(folder: place.path("s"), owner: "abc", environment: try commands())
    var limits = WorkerLimits.ample
    limits.wallSeconds = 61
    let worker = SlurmWorker(executable: "/bin/counterpart", limits: limits, settings: settings)
    let arguments = worker.arguments("counterpart-abc-1", WorkFolder(at: "/s/x"))
    #expect(arguments.contains("--mem=2048M") && arguments.contains("--time=3"))
    #expect(arguments.contains("--job-name=counterpart-abc-1") && arguments.contains("--cpus-per-task=1"))
    let script = try #require(arguments.firstIndex(of: "/s/x/job.sh"))
    #expect(arguments[(script + 1)...].prefix(2) == ["/bin/counterpart", "worker"])
  }

  @Test(arguments: ["relative", "/tmp/a%jb", "/tmp/a\\b", "/tmp/a\nb", "/dev/null", "/nowhere/at/all"])
  func `a folder that will not do is refused with what to do`(folder: String) throws {
    let commands = try commands()
    let refusal = #expect(throws: SlurmRefusal.self) {
      try SlurmSettings(folder: folder, owner: "abc", environment: commands)
    }
    #expect(refusal?.description.contains("; ") == true || folder == "relative")
  }

  @Test func `a folder in which others may write is refused`() throws {
    let commands = try commands()
    try FileManager.default.createDirectory(
      atPath: place.path("open"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o777])
    chmod(place.path("open"), 0o777)
    let refusal = #expect(throws: SlurmRefusal.self) {
      try SlurmSettings(folder: place.path("open"), owner: "abc", environment: commands)
    }
    #expect(refusal?.description.contains("chmod 700") == true)
  }

  @Test func `without Slurm's commands it is said how to get them`() throws {
    let refusal = #expect(throws: SlurmRefusal.self) {
      try SlurmSettings(folder: place.path("s"), owner: "abc", environment: ["PATH": "/nowhere"])
    }
    #expect(refusal?.description.contains("apt install slurm-client") == true)
  }
}
