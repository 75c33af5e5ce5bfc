import Foundation
@preconcurrency import Glibc

/// What is asked of Slurm about jobs that were submitted.
extension SlurmSettings {
  private var user: String { "--user=\(geteuid())" }

  /// How `job` stands. Throws where Slurm does not answer. It is looked for by its name: of a job that is not there
  /// squeue then says nothing, in which it differs from a controller that does not answer.
  func state(of job: String, named name: String) async throws -> SlurmJobState {
    let rows = try await commands.run(
      .squeue, ["--noheader", "--states=all", user, "--name=\(name)", "--Format=\(SlurmJobState.format)"])
    return SlurmJobState(of: job, in: rows)
  }

  /// Sees `job` to its end, also where the task that asks for it is cancelled: one that has said everything may end by
  /// itself first. Gives up after five seconds, or where Slurm does not answer.
  func end(_ job: String, _ name: String, isOver: Bool) async {
    await Task.detached {
      var tries = 0
      while tries < 25, let state = try? await state(of: job, named: name), state.isActive {
        // Again now and then: one that was about to start may not have heard.
        if tries % 10 == (isOver ? 3 : 0) { _ = try? await commands.run(.scancel, [job]) }
        tries += 1
        try? await Task.sleep(for: .milliseconds(200))
      }
    }.value
  }

  /// Calls off whatever has this name.
  func callOff(named name: String) async {
    _ = try? await commands.run(.scancel, [user, "--name=\(name)"])
  }

  /// Calls off the jobs of this owner and removes their folders: what a parent left that was killed. Answers how many
  /// jobs there were. Throws where Slurm does not answer; such jobs end by themselves, as nobody waits for them.
  public func callOffLeftovers() async throws -> Int {
    let rows = try await commands.run(.squeue, ["--noheader", user, "--Format=JobID:20,Name:128"])
    let jobs = rows.split(separator: "\n").compactMap { row -> String? in
      let words = row.split(separator: " ")
      guard words.count == 2, words[1].hasPrefix(prefix), words[0].allSatisfy(\.isNumber) else { return nil }
      return String(words[0])
    }
    if !jobs.isEmpty { _ = try await commands.run(.scancel, jobs) }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) {
      WorkFolder(at: "\(folder)/\(name)").remove()
    }
    return jobs.count
  }
}
