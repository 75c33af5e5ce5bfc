@preconcurrency import Glibc

/// How a process ended.
enum ProcessEnd: Equatable, Sendable {
  case exited(Int32)
  case signaled(Int32)

  /// From the status that wait(2) gives.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7f
    self = signal == 0 ? .exited(waitStatus >> 8 & 0xff) : .signaled(signal)
  }

  /// For people.
  var words: String {
    switch self {
    case .exited(let code): "exit status \(code)"
    case .signaled(let signal):
      "signal \(signal)" + (strsignal(signal).map { ", \(String(cString: $0))" } ?? "")
    }
  }
}
