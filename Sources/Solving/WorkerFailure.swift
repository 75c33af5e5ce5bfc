/// Why a worker gave no answer. The job is lost, nothing else is.
public enum WorkerFailure: Error, Sendable, CustomStringConvertible {
  /// It could not be started.
  case notStarted(String)
  /// It ended without a reply: by which exit code or signal, and what it wrote to its log.
  case died(how: String, log: String)
  /// It did not end in time and was killed.
  case overdue(seconds: Int, log: String)
  /// Its reply was larger than allowed or not understood.
  case garbled(String, log: String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .notStarted(let why): "the worker process could not be started: \(why)"
    case .died(let how, _): "the worker process ended without an answer (\(how))"
    case .overdue(let seconds, _): "the worker process gave no answer within \(seconds) s and was stopped"
    case .garbled(let why, _): "the worker process gave an answer that cannot be used: \(why)"
    }
  }

  /// What the worker wrote to its log.
  public var log: String {
    switch self {
    case .notStarted: ""
    case .died(_, let log), .overdue(_, let log), .garbled(_, let log): log
    }
  }
}
