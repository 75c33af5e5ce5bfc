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
