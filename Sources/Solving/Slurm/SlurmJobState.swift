@preconcurrency import Glibc

/// How a job stands, as squeue tells.
enum SlurmJobState: Equatable, Sendable {
  /// In the queue, and what for.
  case waiting(reason: String)
  /// On a node, or leaving it.
  case running
  /// Over.
  case ended(End)
  /// Slurm has no such job, or no longer.
  case unknown

  /// How it ended.
  enum End: Equatable, Sendable {
    /// It came to its own end; the reason is Slurm's word for what was odd.
    case finished(ProcessEnd, reason: String?)
    case outOfTime
    /// In Slurm's words, as NODE_FAIL or PREEMPTED.
    case taken(String)
  }

  /// What squeue is asked to tell.
  static let format = "JobID:20,State:24,exit_code:12,Reason:64"

  /// The state in the row of job `id` among `rows` of that format.
  init(of id: String, in rows: String) {
    let row = rows.split(separator: "\n").map { $0.split(separator: " ") }.first { $0.first == id[...] }
    guard let row, row.count >= 3 else {
      self = .unknown
      return
    }
    let reason = row.dropFirst(3).joined(separator: " ")
    switch row[1] {
    case "PENDING", "CONFIGURING", "REQUEUED", "REQUEUE_FED", "REQUEUE_HOLD", "SPECIAL_EXIT", "RESV_DEL_HOLD":
      self = .waiting(reason: reason.isEmpty ? "None" : reason)
    case "COMPLETED", "FAILED":
      let usual = ["", "None", "NonZeroExitCode", "RaisedSignal"].contains(reason)
      self = .ended(
        .finished(ProcessEnd(waitStatus: Int32(row[2]) ?? 0), reason: usual ? nil : reason))
    case "TIMEOUT", "DEADLINE": self = .ended(.outOfTime)
    case "CANCELLED", "NODE_FAIL", "PREEMPTED", "BOOT_FAIL", "OUT_OF_MEMORY", "REVOKED":
      self = .ended(.taken(String(row[1])))
    // Being suspended, resized, completed and whatever a later Slurm thinks of: the clock says when it is enough.
    default: self = .running
    }
  }

  /// Whether it may still take a node's time.
  var isActive: Bool {
    switch self {
    case .waiting, .running: true
    case .ended, .unknown: false
    }
  }
}

extension SlurmJobState.End {
  /// What a job that ended so without an answer is for its parent.
  func failure(job: String, limits: WorkerLimits, log: String) -> WorkerFailure {
    switch self {
    case .finished(let end, let reason):
      let odd = reason.map { ", \($0)" } ?? ""
      return .died(how: "Slurm's job \(job): \(end.words)\(odd)", log: log)
    case .outOfTime: return .overdue(seconds: limits.wallSeconds, log: log)
    case .taken(let word):
      let words =
        switch word {
        case "CANCELLED": "it was cancelled in Slurm"
        case "PREEMPTED": "another job took its place"
        case "NODE_FAIL", "BOOT_FAIL": "its node failed"
        case "OUT_OF_MEMORY": "it wanted more memory than its \(limits.memory >> 20) MiB"
        default: "Slurm took it away, \(word)"
        }
      return .died(how: "Slurm's job \(job): \(words)", log: log)
    }
  }
}
