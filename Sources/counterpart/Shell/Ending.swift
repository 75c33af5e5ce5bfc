import ArgumentParser

/// How a command ends when it does not end well: a status, and what to say on standard error.
struct Ending: Error {
  /// Exit statuses of docs/formats.md.
  enum Status: Int32 {
    case refused = 1
    case usage = 2
    case incomplete = 3
    case unproven = 4
    case fault = 70
  }

  var status: Status
  var message: String?
}

extension Ending.Status {
  /// How a command ends that the parser of command lines ended: a wrong command line, or else an error that nobody
  /// foresaw, since what a command foresees is an `Ending`.
  init(_ code: ExitCode) { self = code == .validationFailure ? .usage : .fault }
}
