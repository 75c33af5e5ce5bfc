import Domain
import Foundation
import Solving

/// Runs a request in a worker process and turns its ending into an answer or the command's end.
struct Worker: Sendable {
  let terminal: Terminal
  /// Bytes of memory it may use.
  var memory: UInt64
  /// Where the log of a failed worker is kept; standard error where absent.
  var logPath: String?
  /// How Slurm runs it; a process of this machine where absent.
  var slurm: SlurmSettings?

  /// The plan that the worker made, with its timings.
  func plan(_ request: WorkRequest) async throws -> (Plan, PlanTimings) {
    guard case .plan(let plan, let timings) = try await answer(to: request) else {
      throw Self.strange("a plan")
    }
    return (plan, timings)
  }

  /// The text of the model that the worker wrote down.
  func model(_ request: WorkRequest) async throws -> Data {
    guard case .model(let text) = try await answer(to: request) else { throw Self.strange("a model") }
    return text
  }

  /// What becomes of the schedule, as the worker found it.
  func whatIf(_ request: WorkRequest) async throws -> WhatIfReply {
    guard case .whatIf(let found) = try await answer(to: request) else { throw Self.strange("a comparison") }
    return found
  }

  /// The same, found by several workers at a time: one for each question, and `sweepParts` for the delays of all visits.
  func whatIf(_ request: WorkRequest, sweepParts: Int) async throws -> WhatIfReply {
    let parts = request.whatIfParts(sweepParts: sweepParts)
    let replies = try await withThrowingTaskGroup(of: (Int, WhatIfReply).self) { group in
      for (number, part) in parts.enumerated() { group.addTask { (number, try await whatIf(part)) } }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    guard let whole = WhatIfReply(joining: parts.indices.compactMap { replies[$0] }) else {
      throw Self.strange("one schedule; the files or the program on the nodes may not be the same everywhere")
    }
    return whole
  }

  /// What the worker has to say of one visit.
  func explanation(_ request: WorkRequest) async throws -> VisitExplanation {
    guard case .explanation(let explanation) = try await answer(to: request) else {
      throw Self.strange("an explanation")
    }
    return explanation
  }

  private static func strange(_ wanted: String) -> Ending {
    Ending(
      status: .fault,
      message: "error: the worker process answered something other than \(wanted); nothing was written")
  }

  /// The worker's answer, where it is not the command's end.
  private func answer(to request: WorkRequest) async throws -> WorkReply {
    let size = request.files.reduce(0) { $0 + $1.data.count }
    var limits = WorkerLimits(timeLimit: request.timeLimit, inputBytes: size)
    limits.memory = memory
    let workers = Workers(executable: Self.executable, limits: limits, slurm: slurm)
    let reply: WorkReply
    do {
      reply = try await workers.answer(to: request) { terminal.show($0) }
      terminal.clear()
    } catch let failure as WorkerFailure {
      terminal.clear()
      throw Ending(status: .fault, message: keep(failure))
    }
    switch reply {
    case .plan, .replanned, .taken, .model, .whatIf, .explanation: return reply
    case .refused(let lines): throw Ending(status: .refused, message: lines.joined(separator: "\n"))
    case .unproven(let why): throw Ending(status: .unproven, message: "error: \(why)")
    case .failed(let why):
      throw Ending(status: .fault, message: "error: the solver failed: \(why); nothing was written")
    }
  }

  private func keep(_ failure: WorkerFailure) -> String {
    let message = "error: \(failure); nothing was written"
    guard !failure.log.isEmpty else { return message }
    if let logPath, (try? Data(failure.log.utf8).write(to: URL(fileURLWithPath: logPath))) != nil {
      return message + "; its log is in \(logPath)"
    }
    // The frames of a crash say nothing to whoever reads this; a kept log has them.
    let words = failure.log.split(separator: "\n").prefix { $0 != "Current stack trace:" }.suffix(20)
    return words.isEmpty ? message : message + "; the end of its log:\n" + words.joined(separator: "\n")
  }

  /// This program itself.
  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
