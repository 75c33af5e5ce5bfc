import Foundation

/// The parent's side of a worker that Slurm runs: hands over a request, follows the job, and judges how it ended, as
/// `WorkerProcess` does for a process of this machine.
///
/// Slurm's limits are those of the worker: memory, one processor, and its time, a minute more and rounded up to whole
/// ones. The time that counts is that on the node; a job may wait in the queue as long as the settings say.
public struct SlurmWorker: Sendable {
  let executable: String
  let limits: WorkerLimits
  let settings: SlurmSettings

  /// Failing questions to Slurm in a row, in seconds, after which a job counts as lost: a controller is started again
  /// now and then, and jobs run on meanwhile.
  private static let patience: Duration = .seconds(600)

  /// A worker of `executable`, which every node has under this path, under `limits`.
  public init(executable: String, limits: WorkerLimits, settings: SlurmSettings) {
    self.executable = executable
    self.limits = limits
    self.settings = settings
  }

  /// Runs one job. Throws `WorkerFailure`, or `CancellationError` where the surrounding task is cancelled; either way
  /// the job is called off when this returns, and gone unless Slurm takes more than five seconds for it.
  public func answer(
    to request: WorkRequest, progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) async throws -> WorkReply {
    try Task.checkCancellation()
    let name = settings.newName()
    let line = Array(try JSONEncoder().encode(request)) + [UInt8(ascii: "\n")]
    let folder = try WorkFolder(new: "\(settings.folder)/\(name)", request: line)
    defer { folder.remove() }
    let job = try await submit(name, folder)
    do {
      let heard = try await follow(job, name, folder, progress)
      await settings.end(job, name, isOver: true)
      switch heard {
      case .reply(let reply): return reply
      case .tooMuch:
        throw WorkerFailure.garbled("it is larger than \(limits.replyBytes) bytes", log: folder.logTail)
      case .garbled: throw WorkerFailure.garbled("it is not in the form agreed", log: folder.logTail)
      case .nothing: throw WorkerFailure.died(how: "Slurm's job \(job)", log: folder.logTail)
      }
    } catch {
      await settings.end(job, name, isOver: false)
      throw error
    }
  }

  /// What sbatch is told. Names of files are taken from the job's folder, since Slurm replaces signs in them.
  func arguments(_ name: String, _ folder: WorkFolder) -> [String] {
    let mebibytes = max(1, (limits.memory + (1 << 20) - 1) >> 20)
    return [
      "--parsable", "--job-name=\(name)", "--chdir=\(folder.path)", "--input=/dev/null",
      "--output=\(WorkFolder.File.log.rawValue)", "--error=\(WorkFolder.File.log.rawValue)",
      "--open-mode=append",
      "--nodes=1", "--ntasks=1", "--cpus-per-task=1", "--mem=\(mebibytes)M",
      "--time=\((limits.wallSeconds + 60 + 59) / 60)", "--no-requeue", "--export=ALL",
      folder.path(of: .script),
      executable, "worker",
    ] + limits.arguments + [
      "--folder", folder.path, "--file-bytes", String(limits.replyBytes), "--unattended",
      String(settings.unattendedSeconds),
    ]
  }

  private func submit(_ name: String, _ folder: WorkFolder) async throws -> String {
    do {
      let said = try await settings.commands.run(.sbatch, arguments(name, folder))
      // The number, and on some installations a cluster's name after it.
      let job = said.prefix { $0.isNumber }
      guard !job.isEmpty else { throw SlurmCommands.Trouble(description: "sbatch named no job") }
      return String(job)
    } catch {
      // It may have been taken although nobody heard so.
      await settings.callOff(named: name)
      throw WorkerFailure.notStarted(String(describing: error))
    }
  }

  private func follow(
    _ job: String, _ name: String, _ folder: WorkFolder, _ progress: @Sendable (WorkProgress) -> Void
  ) async throws -> WorkMessages.Heard {
    let clock = ContinuousClock()
    let submitted = clock.now
    var reply = ReplyFile(folder, most: limits.replyBytes)
    var pulse = (count: 0, due: clock.now)
    var question = clock.now
    var heardOf = clock.now
    var isUnknown = false
    var onNode: ContinuousClock.Instant?
    while true {
      try Task.checkCancellation()
      if let heard = reply.look(progress) { return heard }
      if clock.now >= pulse.due {
        pulse = (pulse.count + 1, clock.now.advanced(by: .seconds(max(1, settings.unattendedSeconds / 20))))
        folder.keepAlive(pulse.count)
      }
      if clock.now >= question {
        switch try? await settings.state(of: job, named: name) {
        case .waiting(let reason)?:
          heardOf = clock.now
          guard clock.now - submitted < .seconds(settings.queueSeconds) else {
            throw WorkerFailure.notStarted(
              "it waited for \(settings.queueSeconds) s in Slurm's queue, at last for: \(reason)")
          }
        case .running?:
          heardOf = clock.now
          onNode = onNode ?? clock.now
        case .ended(let end)?:
          if let heard = try await lastWords(&reply, progress) { return heard }
          throw end.failure(job: job, limits: limits, log: folder.logTail)
        case .unknown?:
          if isUnknown {
            if let heard = try await lastWords(&reply, progress) { return heard }
            throw WorkerFailure.died(how: "Slurm no longer knows its job \(job)", log: folder.logTail)
          }
          isUnknown = true
        case nil:
          guard clock.now - heardOf < Self.patience else {
            throw WorkerFailure.died(how: "Slurm does not tell how its job \(job) is", log: folder.logTail)
          }
        }
        question = clock.now.advanced(by: .milliseconds(settings.questionMilliseconds))
      }
      if let onNode, clock.now - onNode > .seconds(limits.wallSeconds) {
        throw WorkerFailure.overdue(seconds: limits.wallSeconds, log: folder.logTail)
      }
      try await Task.sleep(for: .milliseconds(settings.lookMilliseconds))
    }
  }

  /// What a job that is over had still to say; a moment for it to get from machine to machine.
  private func lastWords(
    _ reply: inout ReplyFile, _ progress: (WorkProgress) -> Void
  ) async throws -> WorkMessages.Heard? {
    for _ in 0..<5 {
      if let heard = reply.look(progress) { return heard }
      try await Task.sleep(for: .milliseconds(settings.lookMilliseconds))
    }
    return reply.look(progress)
  }
}
